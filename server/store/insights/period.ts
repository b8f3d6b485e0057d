import { sql } from 'kysely'
import type { Db } from '../store.ts'
import type { Scope } from './definitions.ts'
import { customerThreads, firstReplies, isTeamMember, isWithin, nearestRank, rowsOf } from './definitions.ts'

const numeric = (value: unknown): number => Number(value ?? 0)
const nullable = (value: unknown): number | null =>
  value === null || value === undefined ? null : Number(value)

/** How long customers waited for a first word of the team. */
export async function firstReplyTimes(db: Db, scope: Scope) {
  const { rows } = await sql<Record<'n' | 'median' | 'p90' | 'waiting' | 'oldest', unknown>>`
    with ${firstReplies(scope)},
    ranked as (
      select elapsed, row_number() over (order by elapsed) as rn, count(*) over () as n
      from first where elapsed is not null
    ),
    unheard as (
      select created_at from first
      where elapsed is null and accepted_id is null and locked = 0 and visibility in ('public', 'held')
    )
    select count(*) as n, ${nearestRank('elapsed', 50)} as median, ${nearestRank('elapsed', 90)} as p90,
      (select count(*) from unheard) as waiting, (select min(created_at) from unheard) as oldest
    from ranked`.execute(db)
  const [row] = rows
  return {
    n: numeric(row?.n),
    median: nullable(row?.median),
    p90: nullable(row?.p90),
    waiting: numeric(row?.waiting),
    oldestWaiting: nullable(row?.oldest),
  }
}

/** The same by step; a thread belongs to the step it was begun in. */
export async function firstReplySteps(db: Db, scope: Scope, steps: readonly StepRow[]) {
  const { rows } = await sql<{ day: string; n: unknown; median: unknown; p90: unknown }>`
    with ${firstReplies(scope)},
    step(day, opens, closes) as (${stepRows(steps)}),
    ranked as (
      select s.day, f.elapsed, row_number() over (partition by s.day order by f.elapsed) as rn,
        count(*) over (partition by s.day) as n
      from first f join step s on f.created_at >= s.opens and f.created_at < s.closes
      where f.elapsed is not null
    )
    select day, count(*) as n, ${nearestRank('elapsed', 50)} as median, ${nearestRank('elapsed', 90)} as p90
    from ranked group by day`.execute(db)
  return new Map(
    rows.map(({ day, n, median, p90 }) => [
      day,
      { n: numeric(n), median: nullable(median), p90: nullable(p90) },
    ]),
  )
}

/** What became of the threads of the range, praise left out. */
export async function answerOutcomes(db: Db, scope: Scope, targetMs: number) {
  const { rows } = await sql<Record<'all' | 'within' | 'later' | 'customers', unknown>>`
    with ${firstReplies(scope)}
    select count(*) as "all",
      count(case when elapsed <= ${sql.lit(targetMs)} then 1 end) as within,
      count(case when elapsed > ${sql.lit(targetMs)} then 1 end) as later,
      count(case when elapsed is null and accepted_id is not null then 1 end) as customers
    from first`.execute(db)
  const [all, withinTarget, later, byCustomers] = [
    numeric(rows[0]?.all),
    numeric(rows[0]?.within),
    numeric(rows[0]?.later),
    numeric(rows[0]?.customers),
  ]
  return { all, withinTarget, later, byCustomers, none: all - withinTarget - later - byCustomers }
}

/** Accepted answers, and those of them that customers wrote. */
export async function acceptedAnswers(db: Db, scope: Scope) {
  const { rows } = await sql<{ all: unknown; customers: unknown }>`
    with customer as (${customerThreads(scope)})
    select count(*) as "all", count(case when not ${isTeamMember('s')} then 1 end) as customers
    from customer c join reply r on r.id = c.accepted_id join person s on s.id = r.author_id
    where ${isWithin('c.created_at', scope)}`.execute(db)
  return { all: numeric(rows[0]?.all), byCustomers: numeric(rows[0]?.customers) }
}

/** From an idea to its first status other than open, or to `shipped`. */
export async function loopTime(db: Db, scope: Scope, until: 'decided' | 'shipped') {
  if (scope.kind && scope.kind !== 'idea') return { n: 0, median: null }
  const reached = until === 'shipped' ? sql`r.status = 'shipped'` : sql`r.status <> 'open'`
  const { rows } = await sql<{ n: unknown; median: unknown }>`
    with customer as (${customerThreads({ ...scope, kind: 'idea' })}),
    looped as (
      select min(r.created_at) - c.created_at as took
      from customer c join reply r on r.thread_id = c.id
      where ${isWithin('c.created_at', scope)} and r.status is not null and ${reached}
      group by c.id, c.created_at
    ),
    ranked as (
      select case when took < 0 then 0 else took end as took,
        row_number() over (order by took) as rn, count(*) over () as n
      from looped
    )
    select count(*) as n, ${nearestRank('took', 50)} as median from ranked`.execute(db)
  return { n: numeric(rows[0]?.n), median: nullable(rows[0]?.median) }
}

/** Visitors who posted or voted, and those who did so on two days or more. `days` are those of the range. */
export async function activePeople(db: Db, scope: Scope, days: readonly StepRow[]) {
  const ofKind = scope.kind ? sql`t.kind = ${scope.kind}` : sql`1 = 1`
  const seen = sql`in ('public', 'held', 'removed')`
  const { rows } = await sql<{ all: unknown; again: unknown }>`
    with step(day, opens, closes) as (${stepRows(days)}),
    act(person_id, at) as (
      select t.author_id, t.created_at from thread t
      where t.site_id = ${scope.siteId} and t.visibility ${seen} and ${isWithin('t.created_at', scope)} and ${ofKind}
      union all
      select r.author_id, r.created_at from reply r join thread t on t.id = r.thread_id
      where r.site_id = ${scope.siteId} and r.note = 0 and r.visibility ${seen}
        and ${isWithin('r.created_at', scope)} and ${ofKind}
      union all
      select v.person_id, v.created_at from vote v
        left join reply r on r.id = v.target_id
        join thread t on t.id = coalesce(r.thread_id, v.target_id)
      where v.site_id = ${scope.siteId} and ${isWithin('v.created_at', scope)} and ${ofKind}
    ),
    person_days as (
      select act.person_id, count(distinct s.day) as days
      from act join step s on act.at >= s.opens and act.at < s.closes join person p on p.id = act.person_id
      where not ${isTeamMember('p')}
      group by act.person_id
    )
    select count(*) as "all", count(case when days >= 2 then 1 end) as again from person_days`.execute(db)
  return { all: numeric(rows[0]?.all), returning: numeric(rows[0]?.again) }
}

/** Customer threads by step and kind. */
export async function volumes(db: Db, scope: Scope, steps: readonly StepRow[]) {
  const { rows } = await sql<{ day: string; kind: string; n: unknown }>`
    with customer as (${customerThreads(scope)}), step(day, opens, closes) as (${stepRows(steps)})
    select s.day, c.kind, count(*) as n
    from customer c join step s on c.created_at >= s.opens and c.created_at < s.closes
    group by s.day, c.kind`.execute(db)
  return rows.map(({ day, kind, n }) => ({ day, kind, n: numeric(n) }))
}

/** A stretch with a name. */
export interface StepRow {
  day: string
  from: number
  to: number
}

const stepRows = (steps: readonly StepRow[]) =>
  rowsOf(
    steps.map(({ day, from, to }) => [day, from, to]),
    ['', 0, 0],
  )
