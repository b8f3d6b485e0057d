import type { MyState, SearchResult } from '../../server/contract/reads.ts'
import type { Core } from './core.ts'
import { puts } from './replica.ts'

/** The viewer's own conversations, and before them what waits for review: only they know of it. */
export const readMine = async (core: Core, { page, kind }: Record<'page' | 'kind', string | null>) => {
  const signed = { headers: { Authorization: `Bearer ${core.session.peek()?.token}` } }
  const [found, state] = await Promise.all([
    core.read<SearchResult>('/me/threads', { page, kind }, signed),
    core.read<MyState>('/me', {}, signed),
  ])
  core.replica.learn(state, puts('own', state.own), 'me')
  const held = state.own
    .flatMap(({ author, thread }) => (author && thread?.visibility === 'held' ? [thread] : []))
    .filter(thread => (!page || thread.page.key === page) && (!kind || thread.kind === kind))
  return { ...found, held, total: found.total + held.length }
}
