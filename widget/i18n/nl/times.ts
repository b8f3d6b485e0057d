import type { Translation } from '../catalogue.ts'
import type { messages as en } from '../en/times.ts'

/** When something happened, and how long it takes. */
export const messages: Translation<typeof en> = {
  'ago.now': 'nu',
  'ago.minute': { one: '{n} min. geleden', other: '{n} min. geleden' },
  'ago.hour': { one: '{n} uur geleden', other: '{n} uur geleden' },
  'ago.yesterday': 'gisteren',
  'ago.before': 'eergisteren',
  'ago.day': { one: '{n} dag geleden', other: '{n} dgn geleden' },
  'ago.date': '{d} {m} {y}',
  'ago.months': 'jan feb mrt apr mei jun jul aug sep okt nov dec',
  'lasts.minute': { one: '{n} minuut', other: '{n} minuten' },
  'lasts.hour': { one: '{n} uur', other: '{n} uur' },
  'lasts.day': { one: '{n} dag', other: '{n} dagen' },
}
