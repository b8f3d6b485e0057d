import type { Translation } from '../catalogue.ts'
import type { messages as en } from '../en/times.ts'

/** When something happened, and how long it takes. */
export const messages: Translation<typeof en> = {
  'ago.now': 'jetzt',
  'ago.minute': { one: 'vor {n} Min.', other: 'vor {n} Min.' },
  'ago.hour': { one: 'vor {n} Std.', other: 'vor {n} Std.' },
  'ago.yesterday': 'gestern',
  'ago.before': 'vorgestern',
  'ago.day': { one: 'vor {n} Tag', other: 'vor {n} Tagen' },
  'ago.date': '{d}.{m}.{y}',
  'ago.months': '',
  'lasts.minute': { one: '{n} Minute', other: '{n} Minuten' },
  'lasts.hour': { one: '{n} Stunde', other: '{n} Stunden' },
  'lasts.day': { one: '{n} Tag', other: '{n} Tage' },
}
