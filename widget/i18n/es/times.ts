import type { Translation } from '../catalogue.ts'
import type { messages as en } from '../en/times.ts'

/** When something happened, and how long it takes. */
export const messages: Translation<typeof en> = {
  'ago.now': 'ahora',
  'ago.minute': { one: 'hace {n} min', other: 'hace {n} min' },
  'ago.hour': { one: 'hace {n} h', other: 'hace {n} h' },
  'ago.yesterday': 'ayer',
  'ago.before': 'anteayer',
  'ago.day': { one: 'hace {n} d', other: 'hace {n} d' },
  'ago.date': '{d} {m} {y}',
  'ago.months': 'ene feb mar abr may jun jul ago sept oct nov dic',
  'lasts.minute': { one: '{n} minuto', other: '{n} minutos' },
  'lasts.hour': { one: '{n} hora', other: '{n} horas' },
  'lasts.day': { one: '{n} día', other: '{n} días' },
}
