import type { Insights, InsightsQuery, PeriodFigures } from '../contract/insights.ts'
import type { Kind } from '../contract/site.ts'
import type { Scope } from '../store/insights/definitions.ts'
import type { StepRow } from '../store/insights/period.ts'
import {
  acceptedAnswers,
  activePeople,
  answerOutcomes,
  firstReplySteps,
  firstReplyTimes,
  loopTime,
  volumes,
} from '../store/insights/period.ts'
import { ideasByVotes, openQuestions, waitingOnUs } from '../store/insights/present.ts'
import type { SiteRow } from '../store/rows.ts'
import type { Db } from '../store/store.ts'
import { createCalendar, officeTime, stepsOf } from './calendar.ts'
import { readPeriod } from './period.ts'

const MINUTE = 60_000

/** Every figure of the team's page, each by its definition in one query. */
export async function readInsights(
  db: Db,
  site: SiteRow,
  query: InsightsQuery,
  now: number,
): Promise<Insights> {
  const calendar = createCalendar(site.time_zone)
  const period = readPeriod(query, calendar, now)
  const { from, to, before, step, stepDays } = period
  const [days, daysBefore] = [stepsOf(calendar, from, to, 1), stepsOf(calendar, before.from, before.to, 1)]
  const steps = stepsOf(calendar, from, to, stepDays)
  const [start, end] = [spanOf(days), spanOf(daysBefore)]
  const hours = JSON.parse(site.office_hours)
  const office = query.office === '1' && hours.length > 0
  const scope = (span: { from: number; to: number }): Scope => ({
    ...span,
    siteId: site.id,
    kind: query.kind,
    // Replies may come until now, whenever their threads were begun.
    office: office ? officeTime(calendar, hours, { from: span.from, to: Math.max(now, span.to) + 1 }) : null,
  })
  const [present, past] = [scope(start), scope(end)]
  const targetMs = site.target_minutes * MINUTE
  const where = { siteId: site.id, kind: query.kind }
  const figures = await figuresOf(db, present, days, targetMs)
  const replies = await firstReplySteps(db, present, steps)
  const volume = await volumes(db, present, steps)
  return {
    timeZone: site.time_zone,
    office,
    targetMinutes: site.target_minutes,
    from,
    to,
    step,
    now: figures,
    before: await figuresOf(db, past, daysBefore, targetMs),
    steps: steps.map(({ day }) => ({
      day,
      firstReply: replies.get(day) ?? { n: 0, median: null, p90: null },
      volume: volumeOf(day, volume),
    })),
    open: await openQuestions(db, where, now),
    waiting: await waitingOnUs(db, where),
    ideas: await ideasByVotes(db, where, start),
  }
}

const spanOf = (days: readonly StepRow[]) => ({ from: days[0]?.from ?? 0, to: days.at(-1)?.to ?? 0 })

async function figuresOf(
  db: Db,
  scope: Scope,
  days: readonly StepRow[],
  targetMs: number,
): Promise<PeriodFigures> {
  const threads = await volumes(db, scope, [{ day: 'all', from: scope.from, to: scope.to }])
  return {
    firstReply: await firstReplyTimes(db, scope),
    answers: await answerOutcomes(db, scope, targetMs),
    accepted: await acceptedAnswers(db, scope),
    loop: {
      decided: await loopTime(db, scope, 'decided'),
      shipped: await loopTime(db, scope, 'shipped'),
    },
    people: await activePeople(db, scope, days),
    threads: threads.reduce((sum, { n }) => sum + n, 0),
  }
}

function volumeOf(day: string, rows: { day: string; kind: string; n: number }[]): Record<Kind, number> {
  const of = (kind: Kind) => rows.find(row => row.day === day && row.kind === kind)?.n ?? 0
  return { question: of('question'), idea: of('idea'), problem: of('problem'), praise: of('praise') }
}
