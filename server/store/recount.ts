import { sql } from 'kysely'
import type { Db } from './store.ts'

/**
 * What a thread's head says about its replies, counted from the rows themselves. Used where a reply appears or
 * vanishes in the middle, and by the check that counters never drift.
 */
export async function countThread(db: Db, threadId: string) {
  const spoken = db
    .selectFrom('reply')
    .innerJoin('person', 'person.id', 'reply.author_id')
    .where('reply.thread_id', '=', threadId)
    .where('reply.visibility', '=', 'public')
    .where('reply.note', '=', 0)
  const replies = spoken.where('reply.status', 'is', null)
  const [counted, last, lastByStaff, notes] = [
    await replies.select(eb => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow(),
    await replies.select('reply.id').orderBy('reply.position', 'desc').limit(1).executeTakeFirst(),
    await replies
      .select('reply.id')
      // Who left the team spoke for it all the same.
      .where(eb => eb.or([eb('person.role', 'is not', null), eb('person.account_id', 'is not', null)]))
      .orderBy('reply.position', 'desc')
      .limit(1)
      .executeTakeFirst(),
    await db
      .selectFrom('reply')
      .select(eb => eb.fn.countAll<number>().as('count'))
      .where('thread_id', '=', threadId)
      .where('note', '=', 1)
      .where('visibility', '=', 'public')
      .executeTakeFirstOrThrow(),
  ]
  return {
    replies: Number(counted.count),
    notes: Number(notes.count),
    last_reply_id: last?.id ?? null,
    staff_reply_id: lastByStaff?.id ?? null,
    waiting_since: await waitingSince(db, threadId),
  }
}

/** The oldest public visitor message after the team's last public word; the root counts as the first message. */
async function waitingSince(db: Db, threadId: string): Promise<number | null> {
  const messages = sql<{ position: number; created_at: number; staff: number }>`
    select t.position, t.created_at, case when p.role is null and p.account_id is null then 0 else 1 end as staff
      from thread t join person p on p.id = t.author_id
      where t.id = ${threadId} and t.visibility in ('public', 'held')
    union all
    select r.position, r.created_at, case when p.role is null and p.account_id is null then 0 else 1 end as staff
      from reply r join person p on p.id = r.author_id join thread t on t.id = r.thread_id
      where r.thread_id = ${threadId} and r.visibility = 'public' and r.note = 0
        and t.visibility in ('public', 'held')`
  const { rows } = await sql<{ since: number | null }>`
    with message as (${messages})
    select min(created_at) as since from message
    where staff = 0 and position > coalesce((select max(position) from message where staff = 1), -1)`.execute(
    db,
  )
  return rows[0]?.since ?? null
}
