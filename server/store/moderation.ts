import { sql } from 'kysely'
import type { Db } from './store.ts'

/** Texts a person posted since an instant, newest first. */
export async function recentSources(
  db: Db,
  personId: string,
  { since, except, limit }: { since: number; except: string; limit: number },
): Promise<string[]> {
  const { rows } = await sql<{ source: string }>`
    select source from (
      select id, source, created_at from thread where author_id = ${personId}
      union all
      select id, source, created_at from reply where author_id = ${personId} and status is null
    ) as message
    where created_at > ${since} and id <> ${except}
    order by created_at desc limit ${limit}`.execute(db)
  return rows.map(row => row.source)
}

/** Whether everybody has ever been able to read something of theirs that still stands. */
export async function hasPublished(db: Db, personId: string): Promise<boolean> {
  const { rows } = await sql<{ one: number }>`
    select 1 as one from thread where author_id = ${personId} and visibility = 'public'
    union all
    select 1 as one from reply where author_id = ${personId} and visibility = 'public'
    limit 1`.execute(db)
  return rows.length > 0
}

export interface QueuedMessage {
  id: string
  thread_id: string
  at: number
}

const places = {
  held: sql`visibility = 'held'`,
  reported: sql`reports > 0 and visibility = 'public'`,
  hidden: sql`(visibility in ('spam', 'dropped') or visibility = 'removed') and removed_by = 'brand'`,
} as const

/** Messages of a queue with the place they have in its order. */
export async function queuedMessages(
  db: Db,
  list: { siteId: string; queue: keyof typeof places; after: number | null; limit: number },
): Promise<QueuedMessage[]> {
  const { siteId, queue, after, limit } = list
  const up = queue === 'held'
  const at = queue === 'hidden' ? sql`coalesce(removed_at, 0)` : sql`position`
  const bound = after === null ? sql`1 = 1` : sql`at ${sql.raw(up ? '>' : '<')} ${after}`
  const { rows } = await sql<QueuedMessage>`
    select id, thread_id, at from (
      select id, id as thread_id, ${at} as at from thread where site_id = ${siteId} and ${places[queue]}
      union all
      select id, thread_id, ${at} as at from reply where site_id = ${siteId} and ${places[queue]}
    ) as message
    where ${bound} order by at ${sql.raw(up ? 'asc' : 'desc')} limit ${limit}`.execute(db)
  return rows
}

export async function countQueues(db: Db, siteId: string): Promise<Record<keyof typeof places, number>> {
  const count = (queue: keyof typeof places) =>
    sql`(select count(*) from thread where site_id = ${siteId} and ${places[queue]})
      + (select count(*) from reply where site_id = ${siteId} and ${places[queue]})`
  const { rows } = await sql<Record<keyof typeof places, number>>`
    select ${count('held')} as held, ${count('reported')} as reported, ${count('hidden')} as hidden`.execute(
    db,
  )
  const { held = 0, reported = 0, hidden = 0 } = rows[0] ?? {}
  return { held: Number(held), reported: Number(reported), hidden: Number(hidden) }
}

/** How many messages of each person are in which state. */
export async function tallyPeople(db: Db, personIds: string[]) {
  if (personIds.length === 0) return []
  const { rows } = await sql<{ author_id: string; visibility: string; count: number }>`
    select author_id, visibility, count(*) as count from (
      select author_id, visibility from thread where author_id in (${sql.join(personIds)})
      union all
      select author_id, visibility from reply
        where author_id in (${sql.join(personIds)}) and status is null and note = 0
    ) as message group by author_id, visibility`.execute(db)
  return rows.map(row => ({ ...row, count: Number(row.count) }))
}

/** For each reply the public message that stood before it in its thread; roots stand before the first. */
export async function messagesBefore(db: Db, replyIds: string[]) {
  if (replyIds.length === 0) return []
  const { rows } = await sql<{ id: string; author_id: string; excerpt: string; at: number }>`
    select r.id, b.author_id, b.excerpt, b.created_at as at from reply r
    join reply b on b.id = (
      select p.id from reply p where p.thread_id = r.thread_id and p.position < r.position
        and p.visibility = 'public' and p.note = 0 and p.status is null
      order by p.position desc limit 1)
    where r.id in (${sql.join(replyIds)})`.execute(db)
  return rows
}
