import { sql } from 'kysely'
import type { ThreadRow } from './rows.ts'
import type { Db } from './store.ts'

/** The threads that were merged into one, itself not counted. */
export const mergedInto = (db: Db, canonicalId: string): Promise<ThreadRow[]> =>
  db.selectFrom('thread').selectAll().where('canonical_id', '=', canonicalId).execute()

/** False when it stands for another thread already: somebody was faster. */
export async function setCanonical(
  db: Db,
  id: string,
  merge: { into: string; at: number; by: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('thread')
    .set({ canonical_id: merge.into, merged_into: merge.into, merged_at: merge.at, merged_by: merge.by })
    .where('id', '=', id)
    .where('canonical_id', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Those that led to one thread lead to another: always one hop. */
export const leadTo = (db: Db, ids: string[], canonicalId: string) =>
  ids.length === 0
    ? Promise.resolve([])
    : db.updateTable('thread').set({ canonical_id: canonicalId }).where('id', 'in', ids).execute()

export const clearCanonical = (db: Db, id: string) =>
  db
    .updateTable('thread')
    .set({ canonical_id: null, merged_into: null, merged_at: null, merged_by: null })
    .where('id', '=', id)
    .execute()

const family = (rootIds: string[]) => sql`(
  select id from thread where id in (${sql.join(rootIds)}) or canonical_id in (${sql.join(rootIds)}))`

/** People who support any of the threads or what was merged into them, each once. */
export async function votersOf(db: Db, rootIds: string[]): Promise<string[]> {
  const { rows } = await sql<{ person_id: string }>`
    select distinct person_id from vote where target_id in ${family(rootIds)}`.execute(db)
  return rows.map(row => row.person_id)
}

/** The same with those who follow any of them. */
export async function audienceFor(db: Db, rootIds: string[]): Promise<string[]> {
  const { rows } = await sql<{ person_id: string }>`
    select person_id from vote where target_id in ${family(rootIds)}
    union select person_id from follow where following = 1 and thread_id in ${family(rootIds)}`.execute(db)
  return rows.map(row => row.person_id)
}
