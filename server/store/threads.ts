import type { Insertable, Updateable } from 'kysely'
import type { Kind } from '../contract/site.ts'
import type { ThreadTable } from './message-tables.ts'
import type { ThreadRow } from './rows.ts'
import type { Db, Dialect } from './store.ts'

export const findThread = (db: Db, siteId: string, id: string): Promise<ThreadRow | undefined> =>
  db.selectFrom('thread').selectAll().where('site_id', '=', siteId).where('id', '=', id).executeTakeFirst()

/** The same, held against other writers until commit. SQLite has one writer, so there is nothing to hold. */
export const lockThread = (
  db: Db,
  dialect: Dialect,
  siteId: string,
  id: string,
): Promise<ThreadRow | undefined> =>
  db
    .selectFrom('thread')
    .selectAll()
    .where('site_id', '=', siteId)
    .where('id', '=', id)
    .$if(dialect === 'postgres', query => query.forUpdate())
    .executeTakeFirst()

/** Whether any site has a message of this id. */
export const hasMessage = async (db: Db, table: 'thread' | 'reply', id: string): Promise<boolean> =>
  (await db.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst()) !== undefined

export const threadsByIds = async (db: Db, siteId: string, ids: string[]): Promise<ThreadRow[]> =>
  ids.length === 0
    ? []
    : db.selectFrom('thread').selectAll().where('site_id', '=', siteId).where('id', 'in', ids).execute()

export const insertThread = (db: Db, thread: Insertable<ThreadTable>) =>
  db.insertInto('thread').values(thread).execute()

export const updateThread = (db: Db, id: string, set: Updateable<ThreadTable>) =>
  db.updateTable('thread').set(set).where('id', '=', id).execute()

/** Public threads by kind, of the site or of one page. */
export const countKinds = async (
  db: Db,
  siteId: string,
  pageId: string | null,
): Promise<Map<Kind, number>> => {
  const rows = await db
    .selectFrom('thread')
    .select(eb => ['kind', eb.fn.countAll<number>().as('count')])
    .where('site_id', '=', siteId)
    .where('visibility', '=', 'public')
    .where('canonical_id', 'is', null)
    .$if(pageId !== null, query => query.where('page_id', '=', pageId))
    .groupBy('kind')
    .execute()
  return new Map(rows.map(row => [row.kind, Number(row.count)]))
}

/** A person's newest threads. */
export const threadsOf = (db: Db, authorId: string, limit: number): Promise<ThreadRow[]> =>
  db
    .selectFrom('thread')
    .selectAll()
    .where('author_id', '=', authorId)
    .orderBy('position', 'desc')
    .limit(limit)
    .execute()
