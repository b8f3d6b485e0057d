import { sql } from 'kysely'
import type { Db } from './store.ts'

/** What a person left on messages beside their own words. */
export type Mark = 'voted' | 'following' | 'reported' | 'mentioned'

const marks = (personId: string) => sql<{ mark: Mark; id: string; at: number }>`
  select 'voted' as mark, target_id as id, created_at as at from vote where person_id = ${personId}
  union all select 'following', thread_id, created_at from follow where person_id = ${personId} and following = 1
  union all select 'reported', message_id, created_at from report where person_id = ${personId}
  union all select 'mentioned', message_id, created_at from mention where person_id = ${personId}`

/** Marks that are of a thread and of all that was merged into it alike. */
const SHARED: ReadonlySet<Mark> = new Set(['voted', 'following'])

/** Which marks the person has on each of the messages. `canonical`: where those lead that were merged. */
export async function marksAmong(
  db: Db,
  personId: string,
  ids: string[],
  canonical: ReadonlyMap<string, string> = new Map(),
): Promise<Map<string, Set<Mark>>> {
  const found = new Map<string, Set<Mark>>()
  if (ids.length === 0) return found
  const rootOf = (id: string) => canonical.get(id) ?? id
  const asked = sql.join([...new Set([...ids, ...ids.map(rootOf)])])
  const { rows } = await sql<{ mark: Mark; id: string; canonical_id: string | null }>`
    select m.mark, m.id, t.canonical_id from (${marks(personId)}) m left join thread t on t.id = m.id
    where m.id in (${asked}) or t.canonical_id in (${asked})`.execute(db)
  const marked = new Set(
    rows.map(({ mark, id, canonical_id }) => `${mark} ${SHARED.has(mark) ? (canonical_id ?? id) : id}`),
  )
  for (const id of ids)
    for (const mark of ['voted', 'following', 'reported', 'mentioned'] as const)
      if (marked.has(`${mark} ${SHARED.has(mark) ? rootOf(id) : id}`))
        found.set(id, (found.get(id) ?? new Set()).add(mark))
  return found
}

/** The messages the person marked last, newest first. */
export async function markedBy(db: Db, personId: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id, max(at) as at from (${marks(personId)}) m group by id order by at desc limit ${limit}`.execute(
    db,
  )
  return rows.map(row => row.id)
}

/** Follows the thread, or no more. */
export const setFollowing = (
  db: Db,
  follow: { site_id: string; thread_id: string; person_id: string; following: number; created_at: number },
) =>
  db
    .insertInto('follow')
    .values(follow)
    .onConflict(conflict =>
      conflict.columns(['thread_id', 'person_id']).doUpdateSet({ following: follow.following }),
    )
    .execute()

/** Follows nothing of what was merged into a thread either. */
export const stopFollowingMerged = (db: Db, rootId: string, personId: string) =>
  db
    .updateTable('follow')
    .set({ following: 0 })
    .where('person_id', '=', personId)
    .where('thread_id', 'in', eb => eb.selectFrom('thread').select('id').where('canonical_id', '=', rootId))
    .execute()

/** Follows the thread unless the person has said before whether they want to. True when they do so from now on. */
export async function followFirst(
  db: Db,
  follow: { site_id: string; thread_id: string; person_id: string; created_at: number },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('follow')
    .values({ ...follow, following: 1 })
    .onConflict(conflict => conflict.columns(['thread_id', 'person_id']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}
