import type {
  MyState,
  ReplyList,
  SearchResult,
  ThreadDetail,
  ThreadList,
} from '../../server/contract/reads.ts'
import type { Core } from './core.ts'
import { puts } from './replica.ts'

/** Threads that are looked into, the latest followed first. */
const LOOKED_INTO = 10
/** Replies of one thread that are worth counting. */
const ENOUGH = 100
/** Heads of the threads that were last active, for those that the first page does not show. */
const HEADS = '50'

/** What others have replied in a thread since the viewer read it. */
const countIn = async ({ read, seen }: Core, id: string, mine: ReadonlySet<string>) => {
  const since = seen.lastSeen(id) ?? Number.POSITIVE_INFINITY
  let page: Pick<ReplyList, 'replies' | 'before'> = await read<ThreadDetail>(`/threads/${id}`)
  let n = 0
  for (;;) {
    const fresh = page.replies.filter(({ createdAt }) => createdAt > since)
    n += fresh.filter(
      reply => reply.visibility === 'public' && reply.status === null && !mine.has(reply.id),
    ).length
    if (!page.before || fresh.length < page.replies.length || n >= ENOUGH) return n
    page = await read<ReplyList>(`/threads/${id}/replies`, { before: page.before })
  }
}

/**
 * New replies in threads the viewer began or follows, read once and without a line: a closed launcher has none.
 * @throws Refusal
 */
export const readNews = async (core: Core): Promise<number> => {
  const { read, replica, seen, session } = core
  const token = session.peek()?.token
  if (!token || !seen.marks.peek()) return 0
  const signed = { headers: { Authorization: `Bearer ${token}` } }
  const state = await read<MyState>('/me', {}, signed)
  replica.learn(state, puts('own', state.own), 'me')
  const head = (id: string) => replica.row('thread', id).peek()
  const followed = state.own.flatMap(({ following, id }) => (following ? [id] : []))
  if (!followed.every(head)) {
    const lists = await Promise.all([
      read<SearchResult>('/me/threads', {}, signed),
      read<ThreadList>('/threads', { size: HEADS }),
    ])
    for (const list of lists) core.learn(list, puts('thread', list.threads))
  }
  const mine = new Set(state.own.flatMap(({ author, id }) => (author ? [id] : [])))
  const unread = followed.filter(id => {
    const thread = head(id)
    return thread && !thread.merged && seen.isUnread(thread)
  })
  const counts = await Promise.all(unread.slice(0, LOOKED_INTO).map(id => countIn(core, id, mine)))
  return counts.reduce((sum, n) => sum + n, 0)
}
