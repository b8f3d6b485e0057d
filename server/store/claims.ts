import { sql } from 'kysely'
import { moveAddress } from './addresses.ts'
import { countHeat } from './heat.ts'
import type { Db } from './store.ts'

/** Everything a person wrote, marked, signs in with and is written to becomes another's. What both had, one keeps. */
export async function moveEverything(db: Db, from: string, to: string): Promise<void> {
  await db.updateTable('thread').set({ author_id: to }).where('author_id', '=', from).execute()
  await db.updateTable('reply').set({ author_id: to }).where('author_id', '=', from).execute()
  await db.updateTable('revision').set({ by_id: to }).where('by_id', '=', from).execute()
  await db.updateTable('image').set({ person_id: to }).where('person_id', '=', from).execute()
  await db.updateTable('device').set({ person_id: to }).where('person_id', '=', from).execute()
  await moveAddress(db, from, to)
  for (const [table, target] of [
    ['vote', 'target_id'],
    ['report', 'message_id'],
    ['follow', 'thread_id'],
    ['mention', 'message_id'],
  ] as const) {
    const [marks, key] = [sql.table(table), sql.ref(target)]
    await sql`delete from ${marks} where person_id = ${from}
      and ${key} in (select ${key} from ${marks} where person_id = ${to})`.execute(db)
    await sql`update ${marks} set person_id = ${to} where person_id = ${from}`.execute(db)
  }
  // Nobody votes for their own reply, reports themselves, or is mentioned by themselves.
  for (const [table, target] of [
    ['vote', 'target_id'],
    ['report', 'message_id'],
    ['mention', 'message_id'],
  ] as const)
    await sql`delete from ${sql.table(table)} where person_id = ${to}
      and ${sql.ref(target)} in (select id from reply where author_id = ${to})`.execute(db)
  await sql`delete from report where person_id = ${to}
    and message_id in (select id from thread where author_id = ${to})`.execute(db)
}

/** Threads whose votes count where they lead, with where that is. */
export async function withRoots(db: Db, threadIds: string[]): Promise<string[]> {
  if (threadIds.length === 0) return []
  const roots = await db
    .selectFrom('thread')
    .select('canonical_id')
    .where('id', 'in', threadIds)
    .where('canonical_id', 'is not', null)
    .execute()
  return [...new Set([...threadIds, ...roots.flatMap(({ canonical_id: id }) => id ?? [])])]
}

/**
 * Votes and reports of messages from their rows, after some may have vanished: a thread's with those of all that was
 * merged into it, each person once. Reports that were answered stay answered.
 */
export async function recountMarks(db: Db, table: 'thread' | 'reply', ids: string[]): Promise<void> {
  if (ids.length === 0) return
  const row = sql.table(table)
  const merged =
    table === 'thread'
      ? sql`or target_id in (select id from thread t where t.canonical_id = thread.id)`
      : sql``
  const reports = sql`(select count(*) from report where message_id = ${row}.id)`
  await sql`update ${row} set
    votes = (select count(distinct person_id) from vote where target_id = ${row}.id ${merged}),
    reports = case when reports > ${reports} then ${reports} else reports end
    where id in (${sql.join(ids)})`.execute(db)
  if (table === 'reply') return
  const threads = await db
    .selectFrom('thread')
    .select(['id', 'author_id', 'created_at'])
    .where('id', 'in', ids)
    .execute()
  for (const thread of threads)
    await db
      .updateTable('thread')
      .set({ heat: await countHeat(db, thread) })
      .where('id', '=', thread.id)
      .execute()
}
