import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { NewsTable } from './mail-tables.ts'
import type { ReplyRow } from './rows.ts'
import type { Db } from './store.ts'

export type NewsRow = Selectable<NewsTable>

/** What has begun to be told and was not finished. */
export const openNews = (db: Db): Promise<NewsRow | undefined> =>
  db.selectFrom('news').selectAll().where('told_at', 'is', null).limit(1).executeTakeFirst()

/** The thread with the entry that is longest due to be told of. */
export const threadToTell = (db: Db, now: number) =>
  db
    .selectFrom('reply')
    .select(['site_id', 'thread_id'])
    .where('tell_at', '<=', now)
    .orderBy('tell_at')
    .limit(1)
    .executeTakeFirst()

/** Takes all that waits to be told of a thread, due or not: it goes into one letter. */
export const takeUntold = (
  db: Db,
  threadId: string,
): Promise<Pick<ReplyRow, 'id' | 'visibility' | 'note'>[]> =>
  db
    .updateTable('reply')
    .set({ tell_at: null })
    .where('thread_id', '=', threadId)
    .where('tell_at', 'is not', null)
    .returning(['id', 'visibility', 'note'])
    .execute()

/** Begins to tell. What has been told before is left out. */
export const beginNews = (db: Db, news: Omit<NewsRow, 'told_to' | 'told_at'>[]) =>
  db
    .insertInto('news')
    .values(news.map(row => ({ ...row, told_at: null })))
    .onConflict(conflict => conflict.column('message_id').doNothing())
    .execute()

export const newsOfBatch = async (db: Db, batch: string): Promise<string[]> =>
  (
    await db
      .selectFrom('news')
      .select('message_id')
      .where('batch', '=', batch)
      .orderBy('message_id')
      .execute()
  ).map(row => row.message_id)

/** Everybody up to this person has been told; `told_at`: everybody has. */
export const moveNews = (db: Db, batch: string, set: { told_to: string } | { told_at: number }) =>
  db.updateTable('news').set(set).where('batch', '=', batch).execute()

/** What was to be told before, and was not: nobody sent letters then. */
export const forgetUntold = (db: Db, before: number) =>
  db.updateTable('reply').set({ tell_at: null }).where('tell_at', '<', before).execute()

export const forgetNews = (db: Db, before: number) =>
  db.deleteFrom('news').where('told_at', '<', before).execute()

const family = (rootId: string) =>
  sql`(select id from thread where id = ${rootId} or canonical_id = ${rootId})`

/**
 * People with an address that takes letters who follow a thread or anything merged into it, with `voters` also those who
 * support it, and who did not say that they want to hear no more of it: those after `after`, in the order of their ids.
 */
export async function hearers(
  db: Db,
  list: { siteId: string; rootId: string; voters: boolean; after: string; limit: number },
): Promise<string[]> {
  const { siteId, rootId, voters, after, limit } = list
  const votes = sql`union select person_id from vote where target_id in ${family(rootId)}`
  const { rows } = await sql<{ person_id: string }>`
    select a.person_id from address a join person p on p.id = a.person_id
    where a.site_id = ${siteId} and a.person_id > ${after}
      and a.confirmed_at is not null and a.bounced_at is null
      and p.banned_at is null and p.role is null
      and a.person_id in (
        select person_id from follow where following = 1 and thread_id in ${family(rootId)}
        ${voters ? votes : sql``})
      and a.person_id not in (
        select person_id from follow where following = 0 and thread_id = ${rootId})
    order by a.person_id limit ${limit}`.execute(db)
  return rows.map(row => row.person_id)
}

/** Why somebody hears of a thread now; null: they do no more. */
export async function reasonToHear(
  db: Db,
  personId: string,
  rootId: string,
): Promise<'follows' | 'voted' | null> {
  const { rows } = await sql<{ reason: 'muted' | 'follows' | 'voted' }>`
    select 'muted' as reason from follow
      where person_id = ${personId} and following = 0 and thread_id = ${rootId}
    union all select 'follows' from follow
      where person_id = ${personId} and following = 1 and thread_id in ${family(rootId)}
    union all select 'voted' from vote
      where person_id = ${personId} and target_id in ${family(rootId)}`.execute(db)
  const reasons = rows.map(row => row.reason)
  if (reasons.includes('muted')) return null
  if (reasons.includes('follows')) return 'follows'
  return reasons.includes('voted') ? 'voted' : null
}
