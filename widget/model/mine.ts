import { PAGE_SIZE } from '../../server/contract/limits.ts'
import type { MyState, SearchResult } from '../../server/contract/reads.ts'
import type { Query } from '../api/http.ts'
import type { Core } from './core.ts'
import { puts } from './replica.ts'

/** The viewer's own conversations, and before them what waits for review: only they know of it. */
export const readMine = async (core: Core, asked: Query) => {
  const signed = { headers: { Authorization: `Bearer ${core.session.peek()?.token}` } }
  const { page, kind, status, label, cursor } = asked
  const [found, state] = await Promise.all([
    core.read<SearchResult>('/me/threads', { ...asked, size: PAGE_SIZE }, signed),
    core.read<MyState>('/me', {}, signed),
  ])
  core.replica.learn(state, puts('own', state.own), 'me')
  // What waits stands nowhere yet.
  const held = state.own
    .flatMap(({ author, thread }) => (author && thread?.visibility === 'held' ? [thread] : []))
    .filter(
      thread =>
        !cursor &&
        !status &&
        !label &&
        (!page || thread.page.key === page) &&
        (!kind || thread.kind === kind),
    )
  return { ...found, held, total: found.total + held.length }
}
