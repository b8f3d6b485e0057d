import type { OfficeHours } from '../contract/settings.ts'

/** From `from` (inclusive) to `to` (exclusive), in milliseconds since 1970. */
export interface Span {
  from: number
  to: number
}

/** A day or week of the site's calendar. */
export interface CalendarStep extends Span {
  /** Its first day as `YYYY-MM-DD`. */
  day: string
}

/** Office time; `before` is how much of it came earlier. */
export interface OfficeSpan extends Span {
  before: number
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** How far the zone's clocks are ahead of UTC at an instant, in milliseconds. */
function offsetAt(format: Intl.DateTimeFormat, instant: number): number {
  const parts = Object.fromEntries(
    format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
  )
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000
}

/** The calendar of one time zone. */
export interface Calendar {
  /** The day an instant falls on. */
  dayOf(instant: number): string
  /** The instant of so many minutes after a day's midnight, by the clock on the wall. */
  at(day: string, minutes?: number): number
}

export function createCalendar(timeZone: string): Calendar {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  return {
    dayOf: instant => new Date(instant + offsetAt(format, instant)).toISOString().slice(0, 10),
    at(day, minutes = 0) {
      const wall = Date.parse(`${day}T00:00:00Z`) + minutes * MINUTE
      const guess = wall - offsetAt(format, wall)
      // The offset at the guess is the right one but for the hour around a change of the clocks.
      return wall - offsetAt(format, guess)
    },
  }
}

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)

/** Days `from` … `to`, both included. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY + 1

/** Monday is 1. */
const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay() || 7

/** The days, or the weeks counted from the first day, that make up `from` … `to`. */
export function stepsOf(calendar: Calendar, from: string, to: string, size: number): CalendarStep[] {
  const steps: CalendarStep[] = []
  for (let day = from; day <= to; day = addDays(day, size)) {
    const end = addDays(day, size)
    steps.push({ day, from: calendar.at(day), to: calendar.at(end > to ? addDays(to, 1) : end) })
  }
  return steps
}

/** All office time from `from` on until `until`, in order and without overlaps. */
export function officeTime(calendar: Calendar, hours: OfficeHours[], { from, to }: Span): OfficeSpan[] {
  const sorted = [...hours].sort((a, b) => a.day - b.day || a.opens - b.opens)
  const spans: OfficeSpan[] = []
  let before = 0
  for (let day = calendar.dayOf(from); calendar.at(day) < to; day = addDays(day, 1))
    for (const { opens, closes } of sorted.filter(stretch => stretch.day === weekday(day))) {
      const start = Math.max(calendar.at(day, opens), spans.at(-1)?.to ?? 0)
      const end = calendar.at(day, closes)
      if (end <= start) continue
      spans.push({ from: start, to: end, before })
      before += end - start
    }
  return spans
}
