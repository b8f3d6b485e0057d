import type { Clock } from '../lib/clock.ts'
import { newId } from '../lib/ids.ts'
import type { NewsRow } from '../store/news.ts'
import {
  beginNews,
  hearers,
  moveNews,
  newsOfBatch,
  openNews,
  takeUntold,
  threadToTell,
} from '../store/news.ts'
import { addToOutbox } from '../store/outbox.ts'
import { repliesByIds } from '../store/replies.ts'
import type { Db, Store } from '../store/store.ts'
import { findThread } from '../store/threads.ts'
import type { Job } from './runner.ts'

const EVERY_MS = 5_000
/** People who are written to in one transaction: nobody's write waits for the followers of a famous thread. */
const TOGETHER = 50

/**
 * The job that makes one letter for each follower of what has been said in a thread: everything that waits when the first
 * of it is due goes together. The letters go to the outbox, page by page of people; how far it came is written down with
 * each page, so that a job that is cut off writes to nobody twice.
 */
export const createLetters = ({ store, clock }: { store: Store; clock: Clock }): Job => {
  const next = () =>
    store.read(async db => {
      const open = await openNews(db)
      return { open, thread: open ? undefined : await threadToTell(db, clock.now()) }
    })
  return {
    name: 'letters',
    every: EVERY_MS,
    isDue: async () => Object.values(await next()).some(Boolean),
    async run(turn) {
      const { open, thread } = await next()
      if (open) await turn.write(db => tell(db, open, clock.now()))
      else if (thread) await turn.write(db => begin(db, thread))
      return open || thread ? 'more' : 'done'
    },
  }
}

/** Binds together what waits of a thread. What nobody may read now is not told; shown again, it will be. */
async function begin(db: Db, of: Pick<NewsRow, 'site_id' | 'thread_id'>): Promise<void> {
  const thread = await findThread(db, of.site_id, of.thread_id)
  const waiting = await takeUntold(db, of.thread_id)
  const readable = waiting.filter(row => row.visibility === 'public' && row.note === 0)
  if (thread?.visibility !== 'public' || readable.length === 0) return
  const batch = newId('o')
  await beginNews(
    db,
    readable.map(({ id }) => ({ ...of, message_id: id, batch })),
  )
}

async function tell(db: Db, open: NewsRow, now: number): Promise<void> {
  const { batch, site_id: siteId, thread_id, told_to: after } = open
  const messages = await newsOfBatch(db, batch)
  const thread = await findThread(db, siteId, thread_id)
  const voters = (await repliesByIds(db, siteId, messages)).some(row => row.status !== null)
  const rootId = thread?.canonical_id ?? thread_id
  const people = await hearers(db, { siteId, rootId, voters, after, limit: TOGETHER })
  for (const person of people)
    await addToOutbox(db, { siteId, kind: 'news', payload: { person, thread: thread_id, messages }, now })
  const last = people.at(-1)
  const isLast = last === undefined || people.length < TOGETHER
  await moveNews(db, batch, isLast ? { told_at: now } : { told_to: last })
}
