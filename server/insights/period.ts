import type { InsightsQuery } from '../contract/insights.ts'
import { AppError } from '../lib/app-error.ts'
import type { Calendar } from './calendar.ts'
import { addDays, daysBetween } from './calendar.ts'

const MOST_DAYS = 731
/** Longer ranges are drawn by the week. */
const MOST_BY_DAY = 60
const WEEK = 7

/** The days asked for and as many before them, all included. */
export interface Period {
  from: string
  to: string
  before: { from: string; to: string }
  step: 'day' | 'week'
  stepDays: number
}

/** @throws AppError `invalid` for half a range, one that ends before it begins, or one too long */
export function readPeriod(query: InsightsQuery, calendar: Calendar, now: number): Period {
  const { from, to } = namedDays(query) ?? lastDays(Number(query.days), calendar.dayOf(now))
  const length = daysBetween(from, to)
  if (length < 1 || length > MOST_DAYS)
    throw new AppError('invalid', {
      issues: [{ path: 'query.to', message: `1 to ${MOST_DAYS} days from the first` }],
    })
  const byDay = length <= MOST_BY_DAY
  return {
    from,
    to,
    before: { from: addDays(from, -length), to: addDays(from, -1) },
    step: byDay ? 'day' : 'week',
    stepDays: byDay ? 1 : WEEK,
  }
}

function namedDays({ from, to }: InsightsQuery) {
  if (from === undefined && to === undefined) return null
  if (from === undefined || to === undefined)
    throw new AppError('invalid', { issues: [{ path: 'query.from', message: 'Both days or neither' }] })
  return { from, to }
}

const lastDays = (days: number, today: string) => ({ from: addDays(today, 1 - days), to: today })
