import { describe, expect, it } from 'vitest'
import { createCalendar, officeTime, stepsOf } from './calendar.ts'
import { readPeriod } from './period.ts'

const HOUR = 60 * 60_000
const rome = createCalendar('Europe/Rome')

describe('the calendar of a site', () => {
  it('knows days of 23 and of 25 hours', () => {
    const [spring] = stepsOf(rome, '2026-03-29', '2026-03-29', 1)
    const [autumn] = stepsOf(rome, '2026-10-25', '2026-10-25', 1)
    expect((spring?.to ?? 0) - (spring?.from ?? 0)).toBe(23 * HOUR)
    expect((autumn?.to ?? 0) - (autumn?.from ?? 0)).toBe(25 * HOUR)
    expect(autumn?.from).toBe(Date.parse('2026-10-24T22:00:00Z'))
  })

  it('counts overlapping office hours once', () => {
    const hours = [
      { day: 1, opens: 9 * 60, closes: 12 * 60 },
      { day: 1, opens: 10 * 60, closes: 14 * 60 },
    ]
    const from = rome.at('2026-11-23')
    const spans = officeTime(rome, hours, { from, to: rome.at('2026-11-24') })
    expect(spans.reduce((sum, span) => sum + span.to - span.from, 0)).toBe(5 * HOUR)
    expect(spans.at(-1)?.before).toBe(3 * HOUR)
  })

  it('draws more than sixty days by the week, the last one as long as it is', () => {
    const now = Date.parse('2026-11-25T12:00:00Z')
    const period = readPeriod({ days: '90', office: '1' }, rome, now)
    expect(period).toMatchObject({ from: '2026-08-28', to: '2026-11-25', step: 'week' })
    expect(period.before).toEqual({ from: '2026-05-30', to: '2026-08-27' })
    const steps = stepsOf(rome, period.from, period.to, period.stepDays)
    expect(steps).toHaveLength(13)
    expect(steps.at(-1)?.to).toBe(rome.at('2026-11-26'))
  })

  it.each([
    { from: '2026-11-02', to: '2026-11-01' },
    { from: '2020-01-01', to: '2026-01-01' },
    { from: '2026-11-02' },
  ])('[O3] refuses %j', range => {
    expect(() => readPeriod({ days: '30', office: '1', ...range }, rome, 0)).toThrow('Some values do not fit')
  })
})
