import type { Translation } from '../catalogue.ts'
import type { messages as en } from '../en/times.ts'

/** When something happened, and how long it takes. */
export const messages: Translation<typeof en> = {
  'ago.now': 'agora',
  'ago.minute': { one: 'há {n} min.', other: 'há {n} min.' },
  'ago.hour': { one: 'há {n} h', other: 'há {n} h' },
  'ago.yesterday': 'ontem',
  'ago.before': 'anteontem',
  'ago.day': { one: 'há {n} dia', other: 'há {n} dias' },
  'ago.date': '{d} de {m} de {y}',
  'ago.months': 'jan. fev. mar. abr. mai. jun. jul. ago. set. out. nov. dez.',
  'lasts.minute': { one: '{n} minuto', other: '{n} minutos' },
  'lasts.hour': { one: '{n} hora', other: '{n} horas' },
  'lasts.day': { one: '{n} dia', other: '{n} dias' },
}
