import type { Texts } from './texts.ts'
import type { Translate } from './translate.ts'

const MINUTE = 60_000
/** From here on a date says more. */
const LATEST_DAYS = 30

/**
 * “20 min. ago”, up to 30 days; then a date. Both instants in milliseconds. The words are those of
 * `Intl.RelativeTimeFormat` and `Intl.DateTimeFormat`, whose first use takes a page 15 ms, and 60 where machines are slow.
 */
export const ago = (t: Translate<Texts>, at: number, now: number): string => {
  const minutes = Math.floor(Math.max(0, now - at) / MINUTE)
  const hours = Math.floor(minutes / 60)
  const days = Math.floor(hours / 24)
  if (days >= LATEST_DAYS) return dateOf(t, new Date(at))
  if (days > 2) return t('ago.day', { n: days })
  if (days) return t(days > 1 ? 'ago.before' : 'ago.yesterday')
  if (hours) return t('ago.hour', { n: hours })
  // Seconds that stand still would be wrong at once.
  return minutes ? t('ago.minute', { n: minutes }) : t('ago.now')
}

const dateOf = (t: Translate<Texts>, date: Date) => {
  const [month, day] = [date.getMonth(), date.getDate()]
  // None where months are numbers, of two figures like the days.
  const names = t('ago.months').split(' ')
  const figures = (n: number) => `${n}`.padStart(2, '0')
  return t('ago.date', {
    d: names[0] ? `${day}` : figures(day),
    m: names[month] || figures(month + 1),
    y: `${date.getFullYear()}`,
  })
}
