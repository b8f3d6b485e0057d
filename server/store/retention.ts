import type { Db } from './store.ts'

/** Rows deleted in one transaction: nobody's write waits for a whole clean-up. */
const BATCH = 1_000

/** Sites whose feed keeps more than `keep` changes. */
export const longFeeds = (db: Db, keep: number) =>
  db
    .selectFrom('site_head')
    .select(['site_id', 'head', 'floor'])
    .whereRef('head', '>', eb => eb('floor', '+', keep))
    .orderBy('site_id')
    .execute()

/** The newest change at or below a position that was made before a time; undefined where there is none. */
export const newestBefore = async (db: Db, siteId: string, upTo: number, at: number) =>
  (
    await db
      .selectFrom('change')
      .select('seq')
      .where('site_id', '=', siteId)
      .where('seq', '<=', upTo)
      .where('at', '<', at)
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst()
  )?.seq

/** From now on cursors before `floor` are answered by a reset. Never lowers it. */
export const raiseFloor = (db: Db, siteId: string, floor: number) =>
  db
    .updateTable('site_head')
    .set({ floor })
    .where('site_id', '=', siteId)
    .where('floor', '<', floor)
    .execute()

/** Deletes changes at or below the floor. True: there may be more. */
export async function deleteChanges(db: Db, siteId: string, floor: number): Promise<boolean> {
  const oldest = await db
    .selectFrom('change')
    .select('seq')
    .where('site_id', '=', siteId)
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst()
  if (!oldest || oldest.seq > floor) return false
  const upTo = Math.min(floor, oldest.seq + BATCH - 1)
  await db.deleteFrom('change').where('site_id', '=', siteId).where('seq', '<=', upTo).execute()
  return upTo < floor
}

/** Deletes what is remembered of requests made before a time. True: there may be more. */
export async function deleteMutations(db: Db, before: number): Promise<boolean> {
  const newest = await db
    .selectFrom('mutation')
    .select('at')
    .where('at', '<', before)
    .orderBy('at')
    .offset(BATCH)
    .limit(1)
    .executeTakeFirst()
  await db
    .deleteFrom('mutation')
    .where('at', newest ? '<=' : '<', newest?.at ?? before)
    .execute()
  return newest !== undefined
}
