import { remembered } from '../../../server/store/mutations.ts'
import { countThread } from '../../../server/store/recount.ts'
import type { Db, Store } from '../../../server/store/store.ts'
import type { Kept } from '../history/kept.ts'

/** All that the store holds of one site, in one snapshot, and everything it counts counted again. */
export const readRecord = (store: Store, siteId: string): Promise<Kept> =>
  store.read(async db => {
    const threads = await db.selectFrom('thread').selectAll().where('site_id', '=', siteId).execute()
    const replies = await db.selectFrom('reply').selectAll().where('site_id', '=', siteId).execute()
    const votes = await db.selectFrom('vote').selectAll().where('site_id', '=', siteId).execute()
    const mutations = await db.selectFrom('mutation').selectAll().where('site_id', '=', siteId).execute()
    const head = await db
      .selectFrom('site_head')
      .select('head')
      .where('site_id', '=', siteId)
      .executeTakeFirstOrThrow()
    const changes = await db
      .selectFrom('change')
      .select('seq')
      .where('site_id', '=', siteId)
      .orderBy('seq')
      .execute()
    return {
      messages: [
        ...threads.map(row => ({ ...row, thread: row.id, author: row.author_id })),
        // A status change is an entry of the thread and no message of anybody.
        ...replies
          .filter(row => row.status === null)
          .map(row => ({ ...row, thread: row.thread_id, author: row.author_id })),
      ],
      votes: votes.map(row => ({ target: row.target_id, person: row.person_id })),
      answers: mutations.map(row => ({ by: row.actor_id, call: row.mutation_id, ...answerOf(row.result) })),
      head: head.head,
      seqs: changes.map(({ seq }) => seq),
      counters: [
        ...countVotes([...threads, ...replies], votes),
        ...(await Promise.all(threads.map(row => countHead(db, row)))).flat(),
      ],
    }
  })

function answerOf(result: string) {
  const { head, said } = remembered(result)
  const { id } = JSON.parse(said) as { id: string }
  return { id, seq: head }
}

function countVotes(messages: { id: string; votes: number }[], votes: { target_id: string }[]) {
  const counted = new Map<string, number>()
  for (const { target_id } of votes) counted.set(target_id, (counted.get(target_id) ?? 0) + 1)
  return messages.map(({ id, votes: stored }) => ({
    what: `${id} votes`,
    stored,
    counted: counted.get(id) ?? 0,
  }))
}

async function countHead(db: Db, row: { id: string }) {
  const counted: Record<string, unknown> = await countThread(db, row.id)
  const stored = row as unknown as Record<string, unknown>
  return Object.keys(counted).map(field => ({
    what: `${row.id} ${field}`,
    stored: stored[field],
    counted: counted[field],
  }))
}
