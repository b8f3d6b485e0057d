import type { Insertable } from 'kysely'
import { newId } from '../lib/ids.ts'
import type { ChangeRow } from './rows.ts'
import type { ChangeTable } from './schema.ts'
import type { Db } from './store.ts'

export interface Head {
  epoch: string
  head: number
  /** The oldest cursor that can be served. */
  floor: number
}

/** Null for a site that does not exist. */
export const readHead = (db: Db, siteId: string): Promise<Head | undefined> =>
  db
    .selectFrom('site_head')
    .select(['epoch', 'head', 'floor'])
    .where('site_id', '=', siteId)
    .executeTakeFirst()

/** The same, and whether the team announces anything on the site at all: mostly it does not, and nobody need look. */
export const readHeadAndNews = (db: Db, siteId: string) =>
  db
    .selectFrom('site_head')
    .select(['epoch', 'head'])
    .select(eb =>
      eb
        .selectFrom('thread')
        .select('thread.id')
        .whereRef('thread.site_id', '=', 'site_head.site_id')
        .where('thread.announced', 'is not', null)
        .limit(1)
        .as('announced'),
    )
    .where('site_id', '=', siteId)
    .executeTakeFirstOrThrow()

export const readHeads = (db: Db, siteIds: string[]) =>
  db.selectFrom('site_head').select(['site_id', 'epoch', 'head']).where('site_id', 'in', siteIds).execute()

/**
 * Takes the next `count` feed positions and returns the new head. Locks the site's counter until commit, which makes
 * commit order equal sequence order: call it as late as possible.
 */
export const advanceHead = (db: Db, siteId: string, count: number) =>
  advancing(db, siteId, count).executeTakeFirstOrThrow()

/** The same, as a statement that has not been sent yet. */
export const advancing = (db: Db, siteId: string, count: number) =>
  db
    .updateTable('site_head')
    .set(eb => ({ head: eb('head', '+', count) }))
    .where('site_id', '=', siteId)
    .returning(['epoch', 'head'])

export const insertChanges = (db: Db, changes: Insertable<ChangeTable>[]) =>
  db.insertInto('change').values(changes).execute()

/** Changes after `since`, in order, at most `limit`. */
export const readChanges = (db: Db, siteId: string, since: number, limit: number): Promise<ChangeRow[]> =>
  db
    .selectFrom('change')
    .selectAll()
    .where('site_id', '=', siteId)
    .where('seq', '>', since)
    .orderBy('seq')
    .limit(limit)
    .execute()

/** Voids every cursor of the site, as after a restore from a backup. */
export const newEpoch = (db: Db, siteId: string) =>
  db
    .updateTable('site_head')
    .set({ epoch: newId('e') })
    .where('site_id', '=', siteId)

/** The same, where nobody else has done it: of several nodes that notice, one does. */
export const endEpoch = (db: Db, siteId: string, epoch: string) =>
  newEpoch(db, siteId).where('epoch', '=', epoch).execute()
