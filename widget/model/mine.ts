import type { SearchResult } from '../../server/contract/reads.ts'
import type { Core } from './core.ts'
import { ownRows } from './own-rows.ts'

/** The viewer's own conversations, and before them what waits for review: only they know of it. */
export const readMine = async (core: Core, { page, kind }: Record<'page' | 'kind', string | null>) => {
  const headers = { Authorization: `Bearer ${core.session.peek()?.token}` }
  const found = await core.read<SearchResult>('/me/threads', { page, kind }, { headers })
  const held = ownRows(core.replica).flatMap(({ author, thread }) =>
    author && thread?.visibility === 'held' ? [thread] : [],
  )
  const wanted = held.filter(thread => (!page || thread.page.key === page) && (!kind || thread.kind === kind))
  return { ...found, held: wanted.reverse(), total: found.total + wanted.length }
}
