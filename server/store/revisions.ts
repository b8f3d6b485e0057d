import type { Insertable } from 'kysely'
import type { RevisionTable } from './message-tables.ts'
import type { Db } from './store.ts'

export const insertRevision = (db: Db, revision: Insertable<RevisionTable>) =>
  db.insertInto('revision').values(revision).execute()

/** Earlier wordings, newest first. */
export const listRevisions = (db: Db, siteId: string, targetId: string) =>
  db
    .selectFrom('revision')
    .selectAll()
    .where('site_id', '=', siteId)
    .where('target_id', '=', targetId)
    .orderBy('at', 'desc')
    .limit(50)
    .execute()
