import type { Insertable } from 'kysely'
import type { SavedReplyTable, SavedViewTable } from './schema.ts'
import type { Db } from './store.ts'

export const listSavedReplies = (db: Db, siteId: string) =>
  db
    .selectFrom('saved_reply')
    .selectAll()
    .where('site_id', '=', siteId)
    .orderBy('name')
    .orderBy('id')
    .execute()

export const insertSavedReply = (db: Db, reply: Insertable<SavedReplyTable>) =>
  db.insertInto('saved_reply').values(reply).execute()

export const updateSavedReply = (
  db: Db,
  { site_id, id, ...columns }: Pick<SavedReplyTable, 'site_id' | 'id' | 'name' | 'language' | 'body'>,
) => db.updateTable('saved_reply').set(columns).where('site_id', '=', site_id).where('id', '=', id).execute()

/** False when there is none of that id. */
export async function noteSavedReplyUse(db: Db, siteId: string, id: string, at: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('saved_reply')
    .set({ used_at: at })
    .where('site_id', '=', siteId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** False when there was none of that id. */
export async function deleteSavedReply(db: Db, siteId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('saved_reply')
    .where('site_id', '=', siteId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}

/** A person's own and the team's. */
export const listSavedViews = (db: Db, siteId: string, personId: string) =>
  db
    .selectFrom('saved_view')
    .selectAll()
    .where('site_id', '=', siteId)
    .where(eb => eb.or([eb('person_id', 'is', null), eb('person_id', '=', personId)]))
    .orderBy('name')
    .orderBy('id')
    .execute()

export const insertSavedView = (db: Db, view: Insertable<SavedViewTable>) =>
  db.insertInto('saved_view').values(view).execute()

export const deleteSavedView = (db: Db, siteId: string, id: string) =>
  db.deleteFrom('saved_view').where('site_id', '=', siteId).where('id', '=', id).execute()
