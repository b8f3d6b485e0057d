import type { Insertable, Updateable } from 'kysely'
import type { ReplyTable } from './message-tables.ts'
import type { ReplyRow } from './rows.ts'
import type { Db } from './store.ts'

export const findReply = (db: Db, siteId: string, id: string): Promise<ReplyRow | undefined> =>
  db.selectFrom('reply').selectAll().where('site_id', '=', siteId).where('id', '=', id).executeTakeFirst()

export const repliesByIds = async (db: Db, siteId: string, ids: string[]): Promise<ReplyRow[]> =>
  ids.length === 0
    ? []
    : db.selectFrom('reply').selectAll().where('site_id', '=', siteId).where('id', 'in', ids).execute()

/** Whether the person has a public reply in the thread. */
export const hasSpoken = async (db: Db, threadId: string, authorId: string): Promise<boolean> =>
  (await db
    .selectFrom('reply')
    .select('id')
    .where('thread_id', '=', threadId)
    .where('author_id', '=', authorId)
    .where('visibility', '=', 'public')
    .where('note', '=', 0)
    .limit(1)
    .executeTakeFirst()) !== undefined

export const insertReply = (db: Db, reply: Insertable<ReplyTable>) =>
  db.insertInto('reply').values(reply).execute()

export const updateReply = (db: Db, id: string, set: Updateable<ReplyTable>) =>
  db.updateTable('reply').set(set).where('id', '=', id).execute()

/** What readers of a thread may be shown: tombstones yes, spam and held no; notes only to staff. */
const readable = (db: Db, threadId: string, forStaff: boolean) =>
  db
    .selectFrom('reply')
    .where('thread_id', '=', threadId)
    .where('visibility', 'in', forStaff ? ['public', 'held', 'removed', 'dropped'] : ['public', 'removed'])
    .$if(!forStaff, query => query.where('note', '=', 0))

/** The newest `size` entries of a thread before `before` (a position), in ascending order. */
export async function listReplies(
  db: Db,
  list: { threadId: string; forStaff: boolean; before: number | null; size: number },
): Promise<{ rows: ReplyRow[]; earlier: number }> {
  const scope = readable(db, list.threadId, list.forStaff).$if(list.before !== null, query =>
    query.where('position', '<', list.before as number),
  )
  const rows = await scope.selectAll().orderBy('position', 'desc').limit(list.size).execute()
  rows.reverse()
  const first = rows[0]
  if (!first || rows.length < list.size) return { rows, earlier: 0 }
  const { count } = await readable(db, list.threadId, list.forStaff)
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('position', '<', first.position)
    .executeTakeFirstOrThrow()
  return { rows, earlier: Number(count) }
}

/** The first `size` entries that everybody may read after `after` (a position), and whether there are more. */
export async function listRepliesFrom(
  db: Db,
  list: { threadId: string; after: number; size: number },
): Promise<{ rows: ReplyRow[]; more: boolean }> {
  const rows = await readable(db, list.threadId, false)
    .selectAll()
    .where('position', '>', list.after)
    .orderBy('position')
    .limit(list.size + 1)
    .execute()
  return { rows: rows.slice(0, list.size), more: rows.length > list.size }
}

export const repliesOf = (db: Db, authorId: string, limit: number): Promise<ReplyRow[]> =>
  db
    .selectFrom('reply')
    .selectAll()
    .where('author_id', '=', authorId)
    .orderBy('position', 'desc')
    .limit(limit)
    .execute()

/** The entries of a thread that answer one of them. */
export const repliesTo = (db: Db, threadId: string, replyId: string): Promise<ReplyRow[]> =>
  db.selectFrom('reply').selectAll().where('thread_id', '=', threadId).where('to_id', '=', replyId).execute()

export const repliesUnder = (db: Db, threadId: string): Promise<ReplyRow[]> =>
  db.selectFrom('reply').selectAll().where('thread_id', '=', threadId).execute()

/** What has been said in public after a position, at most 20, oldest first. */
export const repliesAfter = (db: Db, threadId: string, position: number): Promise<ReplyRow[]> =>
  db
    .selectFrom('reply')
    .selectAll()
    .where('thread_id', '=', threadId)
    .where('position', '>', position)
    .where('visibility', '=', 'public')
    .where('note', '=', 0)
    .orderBy('position')
    .limit(20)
    .execute()
