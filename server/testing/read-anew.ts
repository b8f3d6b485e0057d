import type { Change, StreamName } from '../contract/feed.ts'
import type { Inbox } from '../contract/inbox.ts'
import type { MyState, ReplyList, Snapshot, ThreadDetail, ThreadList } from '../contract/reads.ts'
import type { ReplyView } from '../contract/reply.ts'
import type { TestClient } from './test-client.ts'
import { Refused } from './test-client.ts'

/** Threads that are read anew; a widget reads what is on its screen. */
const THREADS = 10

/** Rows of several reads as puts. `asOf` is the position of the oldest of them. */
export interface ReadAnew {
  epoch: string
  asOf: number
  changes: Change[]
  /** The oldest thread among them, where there are older ones; null where these are all. */
  oldest: string | null
}

/** The answers belong to different lives of the feed: read again. */
export class EpochChanged extends Error {}

/** Reads the newest of what a stream shows, as somebody who just arrived. @throws EpochChanged */
export async function readAnew(client: TestClient, stream: StreamName): Promise<ReadAnew> {
  if (stream === 'me') {
    const { epoch, asOf, own } = await client.get<MyState>('me')
    return { epoch, asOf, changes: own.map(row => put('own', row.id, row.seq, row)), oldest: null }
  }
  const first = stream === 'staff' ? await teamList(client) : await publicList(client)
  const read: ReadAnew = { epoch: first.epoch, asOf: first.asOf, changes: [], oldest: null }
  if ('site' in first) read.changes.push(put('site', first.site.id, first.site.seq, first.site))
  const note = (at: { epoch: string; asOf: number }) => {
    if (at.epoch !== read.epoch) throw new EpochChanged()
    read.asOf = Math.min(read.asOf, at.asOf)
  }
  const threads = await Promise.all(first.threads.map(({ id }) => readThread(client, id, note)))
  read.changes.push(...threads.flat())
  if (first.next) read.oldest = first.threads.at(-1)?.id ?? null
  return read
}

const teamList = (client: TestClient) => client.get<Inbox>(`inbox?view=all&sort=newest&size=${THREADS}`)

async function publicList(client: TestClient) {
  const { site } = await client.get<Snapshot>('snapshot')
  return { ...(await client.get<ThreadList>(`threads?sort=newest&size=${THREADS}`)), site }
}

/** A thread with its text and all of its replies; nothing where it went out of sight meanwhile. */
async function readThread(
  client: TestClient,
  id: string,
  note: (at: { epoch: string; asOf: number }) => void,
): Promise<Change[]> {
  try {
    const detail = await client.get<ThreadDetail>(`threads/${id}`)
    note(detail)
    const { thread, body } = detail
    const replies: ReplyView[] = [...detail.replies]
    let { before } = detail
    while (before) {
      const page: ReplyList = await client.get(`threads/${id}/replies?before=${before}`)
      note(page)
      replies.push(...page.replies)
      before = page.before
    }
    return [
      put('thread', id, thread.seq, thread),
      put('body', id, thread.seq, { id, seq: thread.seq, body }),
      ...replies.map(reply => put('reply', reply.id, reply.seq, reply)),
    ]
  } catch (error) {
    if (error instanceof Refused && error.problem.code === 'not_found') return []
    throw error
  }
}

const put = (entity: Change['entity'], id: string, seq: number, row: unknown): Change =>
  ({ op: 'put', entity, id, seq, row }) as Change
