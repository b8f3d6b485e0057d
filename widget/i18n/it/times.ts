import type { Translation } from '../catalogue.ts'
import type { messages as en } from '../en/times.ts'

/** When something happened, and how long it takes. */
export const messages: Translation<typeof en> = {
  'ago.now': 'ora',
  'ago.minute': { one: '{n} min fa', other: '{n} min fa' },
  'ago.hour': { one: '{n} h fa', other: '{n} h fa' },
  'ago.yesterday': 'ieri',
  'ago.before': 'l’altro ieri',
  'ago.day': { one: '{n} g fa', other: '{n} gg fa' },
  'ago.date': '{d} {m} {y}',
  'ago.months': 'gen feb mar apr mag giu lug ago set ott nov dic',
  'lasts.minute': { one: '{n} minuto', other: '{n} minuti' },
  'lasts.hour': { one: '{n} ora', other: '{n} ore' },
  'lasts.day': { one: '{n} giorno', other: '{n} giorni' },
}
