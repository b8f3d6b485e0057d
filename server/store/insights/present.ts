import { sql } from 'kysely'
import type { Kind } from '../../contract/site.ts'
import type { Status } from '../../contract/thread.ts'
import type { Db } from '../store.ts'
import { customerThreads, heardOf } from './definitions.ts'

const HOUR = 60 * 60 * 1000
const MOST_IDEAS = 20

const numeric = (value: unknown): number => Number(value ?? 0)
const nullable = (value: unknown): number | null =>
  value === null || value === undefined ? null : Number(value)

interface Where {
  siteId: string
  kind: Kind | undefined
}

/** Questions without a word of the team and without an accepted answer, by age. */
export async function openQuestions(db: Db, where: Where, now: number) {
  const none = { all: 0, under4h: 0, under24h: 0, under3d: 0, older: 0, oldest: null }
  if (where.kind && where.kind !== 'question') return none
  const since = (hours: number) => sql.lit(now - hours * HOUR)
  const { rows } = await sql<Record<'all' | 'a' | 'b' | 'c' | 'oldest', unknown>>`
    with customer as (${customerThreads({ ...where, kind: 'question' })})
    select count(*) as "all", min(created_at) as oldest,
      count(case when created_at > ${since(4)} then 1 end) as a,
      count(case when created_at <= ${since(4)} and created_at > ${since(24)} then 1 end) as b,
      count(case when created_at <= ${since(24)} and created_at > ${since(72)} then 1 end) as c
    from customer
    where locked = 0 and visibility in ('public', 'held') and accepted_id is null
      and not ${heardOf('customer.id')}`.execute(db)
  const [all, under4h, under24h, under3d] = [
    numeric(rows[0]?.all),
    numeric(rows[0]?.a),
    numeric(rows[0]?.b),
    numeric(rows[0]?.c),
  ]
  const older = all - under4h - under24h - under3d
  return { all, under4h, under24h, under3d, older, oldest: nullable(rows[0]?.oldest) }
}

/** Threads not closed whose last public word is a visitor's. */
export async function waitingOnUs(db: Db, where: Where) {
  const { rows } = await sql<{ all: unknown; oldest: unknown }>`
    with customer as (${customerThreads(where)})
    select count(*) as "all", min(waiting_since) as oldest from customer
    where locked = 0 and visibility in ('public', 'held') and waiting_since is not null`.execute(db)
  return { all: numeric(rows[0]?.all), oldest: nullable(rows[0]?.oldest) }
}

/** The ideas that most people support now, each person once over all that was merged into them, and how many votes came in the range. */
export async function ideasByVotes(db: Db, where: Where, range: { from: number; to: number }) {
  if (where.kind && where.kind !== 'idea') return []
  const { rows } = await sql<{ id: string; title: string; status: Status; votes: unknown; fresh: unknown }>`
    select t.id, t.title, t.status, count(v.person_id) as votes,
      count(case when v.at >= ${sql.lit(range.from)} and v.at < ${sql.lit(range.to)} then 1 end) as fresh
    from thread t left join (
      select coalesce(f.canonical_id, f.id) as root_id, w.person_id, min(w.created_at) as at
      from vote w join thread f on f.id = w.target_id
      where w.site_id = ${where.siteId}
      group by coalesce(f.canonical_id, f.id), w.person_id
    ) v on v.root_id = t.id
    where t.site_id = ${where.siteId} and t.kind = 'idea' and t.visibility = 'public' and t.canonical_id is null
    group by t.id, t.title, t.status, t.position
    order by votes desc, t.position desc
    limit ${sql.lit(MOST_IDEAS)}`.execute(db)
  return rows.map(row => ({ ...row, votes: numeric(row.votes), fresh: numeric(row.fresh) }))
}
