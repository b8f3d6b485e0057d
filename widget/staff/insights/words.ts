import type { Formats } from '../../i18n/formats.ts'
import type { InsightsTexts } from './texts.ts'

/** From so many on a figure says something. */
export const ENOUGH = 5

/** How the page of numbers says things. */
export interface Words {
  readonly t: InsightsTexts
  readonly formats: Formats
  /** Milliseconds as one number and its unit, “18 min”; “—” for none. */
  readonly time: (milliseconds: number | null) => string
  /** A part of a whole as a percentage; “—” where the whole is too small. */
  readonly share: (part: number, whole: number) => string
  /** `YYYY-MM-DD` as “23 Nov”. */
  readonly day: (day: string) => string
  /** How long ago, without “ago”. */
  readonly age: (since: number) => string
}

export const NONE = '—'
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

export function createWords(t: InsightsTexts, formats: Formats, locale: string, now: () => number): Words {
  const unit = (value: number, name: 'minute' | 'hour' | 'day') =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: name,
      unitDisplay: name === 'day' ? 'long' : 'short',
      maximumFractionDigits: value < 10 && name !== 'minute' ? 1 : 0,
    }).format(value)
  const percent = new Intl.NumberFormat(locale, { style: 'percent' })
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' })
  const time = (milliseconds: number | null) => {
    if (milliseconds === null) return NONE
    if (milliseconds < HOUR) return unit(Math.ceil(milliseconds / MINUTE), 'minute')
    return milliseconds < 2 * DAY ? unit(milliseconds / HOUR, 'hour') : unit(milliseconds / DAY, 'day')
  }
  return {
    t,
    formats,
    time,
    share: (part, whole) => (whole < ENOUGH ? NONE : percent.format(part / whole)),
    day: day => date.format(Date.parse(day)),
    age: since => time(Math.max(0, now() - since)),
  }
}
