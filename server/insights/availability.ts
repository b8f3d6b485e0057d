import { firstReplyTimes } from '../store/insights/period.ts'
import type { SiteRow } from '../store/rows.ts'
import type { Db } from '../store/store.ts'
import { createCalendar, officeTime } from './calendar.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Fewer replies than this say nothing about the next one. */
const ENOUGH = 5
const LOOKED_BACK = 7 * DAY
/** No opening within so long means none. */
const LOOKED_AHEAD = 8 * DAY

export interface Availability {
  replyMinutes: number | null
  backAt: number | null
  /** Until when this is so, but for replies that come meanwhile. */
  until: number
}

/** When a visitor may expect a word of the team: measured over the last seven days in office time, never promised. */
export async function readAvailability(db: Db, site: SiteRow, now: number): Promise<Availability> {
  const hours = JSON.parse(site.office_hours)
  const calendar = createCalendar(site.time_zone)
  const span = { from: now - LOOKED_BACK, to: now }
  const office = hours.length > 0 ? officeTime(calendar, hours, { ...span, to: now + 1 }) : null
  const { n, median } = await firstReplyTimes(db, { siteId: site.id, kind: undefined, ...span, office })
  const [next] =
    office === null
      ? []
      : officeTime(calendar, hours, { from: now, to: now + LOOKED_AHEAD }).filter(({ to }) => to > now)
  const isClosed = next !== undefined && next.from > now
  return {
    replyMinutes: n >= ENOUGH && median !== null ? roundUp(median) : null,
    backAt: isClosed ? next.from : null,
    until: (isClosed ? next?.from : next?.to) ?? Number.MAX_SAFE_INTEGER,
  }
}

/** Rounded up as people would say it: 0 is “a few minutes”, then by 5 minutes, by the hour, by the day; null is too long. */
export function roundUp(milliseconds: number): number | null {
  if (milliseconds < 5 * MINUTE) return 0
  if (milliseconds > 3 * DAY) return null
  const longer = milliseconds < DAY ? HOUR : DAY
  const unit = milliseconds < HOUR ? 5 * MINUTE : longer
  return (Math.ceil(milliseconds / unit) * unit) / MINUTE
}
