import { SIMILAR_TEXT_MAX } from '../../server/contract/limits.ts'
import type { SearchResult, SimilarThreads } from '../../server/contract/reads.ts'
import type { ThreadView } from '../../server/contract/thread.ts'
import { failureOf } from '../api/http.ts'
import type { Signal } from '../signals/signal.ts'
import { batch } from '../signals/signal.ts'
import type { Core } from './core.ts'
import type { Home } from './home.ts'
import { puts } from './replica.ts'
import type { Search, ThreadItem } from './types.ts'

/** The search's own side. */
export type Finding = {
  [K in keyof Search]: Signal<Search[K] extends { readonly value: infer V } ? V : never>
}

interface Found extends SearchResult {
  /** Before the others, and known already. */
  held?: readonly ThreadView[]
}

/**
 * Fills in the results of the latest query; an older answer that comes late is dropped. Without words these are the
 * viewer's own conversations.
 */
export const find = async (core: Core, home: Home, search: Finding, query: string): Promise<void> => {
  const latest = () => search.query.peek() === query
  const page = home.scope.peek() === 'page' ? core.config.page.key : null
  const asked = { q: query, page, kind: home.kind.peek() }
  try {
    const found: Found = await (query
      ? core.read<SearchResult>('/search', asked)
      : (await import('./mine.ts')).readMine(core, asked))
    if (!latest()) return
    batch(() => {
      core.learn(found, puts('thread', found.threads))
      search.items.value = [...(found.held ?? []), ...found.threads].map(({ id }) => core.items.thread(id))
      search.total.value = found.total
      search.failure.value = null
    })
  } catch (thrown) {
    if (latest()) search.failure.value = failureOf(thrown)
  } finally {
    if (latest()) search.busy.value = false
  }
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
