import { SIMILAR_TEXT_MAX } from '../../server/contract/limits.ts'
import type { SearchResult, SimilarThreads } from '../../server/contract/reads.ts'
import type { ThreadView } from '../../server/contract/thread.ts'
import type { Signal } from '../signals/signal.ts'
import { batch } from '../signals/signal.ts'
import type { Core } from './core.ts'
import type { HomeState } from './home.ts'
import { puts } from './replica.ts'
import type { Failure, ThreadItem } from './types.ts'

/** The search's own side. */
export interface Finding {
  query: Signal<string | null>
  busy: Signal<boolean>
  failure: Signal<Failure | null>
  stuck: Signal<object | null>
  /** In the server's order. */
  found: Signal<readonly ThreadItem[]>
  total: Signal<number>
  shown: Signal<object | null>
  next: Signal<string | null>
  /** Goes up with everything asked for; an answer to what was asked before is void. */
  turn: number
}

interface Found extends SearchResult {
  /** Before the others, and known already. */
  held?: readonly ThreadView[]
}

/**
 * What matches the query, as far as Home's choices allow; without words the viewer's own conversations.
 * @param cursor of a further page
 * @throws Refusal
 */
export const ask = async (
  core: Core,
  home: HomeState,
  search: Finding,
  cursor: string | null,
): Promise<Found> => {
  const q = search.query.peek()
  const asked = { ...home.query(), sort: null, cursor }
  return q
    ? core.read<SearchResult>('/search', { ...asked, q })
    : (await import('./mine.ts')).readMine(core, asked)
}

/** Fills in the results; an answer that comes after something else was asked is dropped. @throws Refusal */
export const find = async (core: Core, home: HomeState, search: Finding, turn: number): Promise<void> => {
  const found = await ask(core, home, search, null)
  if (turn !== search.turn) return
  batch(() => {
    core.learn(found, puts('thread', found.threads))
    search.found.value = [...(found.held ?? []), ...found.threads].map(({ id }) => core.items.thread(id))
    search.total.value = found.total
    search.next.value = found.next
    search.stuck.value = null
    search.shown.value = found
  })
}

/** Up to three threads of the site that say much the same, the most useful first; none when the search fails. */
export const similar = async (core: Core, text: string): Promise<readonly ThreadItem[]> => {
  const q = text
    .replace(/\s+/g, ' ')
    .trimStart()
    .slice(0, SIMILAR_TEXT_MAX)
    .replace(/[\uD800-\uDBFF]$/, '')
  try {
    const found = await core.read<SimilarThreads>('/similar', { q })
    core.learn(found, puts('thread', found.threads))
    return found.threads.map(thread => core.items.thread(thread.id))
  } catch {
    return []
  }
}
