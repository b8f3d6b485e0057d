import type { SearchResult, ThreadList } from '../../server/contract/reads.ts'
import type { Signal } from '../signals/signal.ts'
import { batch } from '../signals/signal.ts'
import type { Core } from './core.ts'
import type { HomeState } from './home.ts'
import type { OwnThread } from './items.ts'
import { puts } from './replica.ts'
import type { Finding } from './search.ts'
import { ask } from './search.ts'
import type { ThreadItem } from './types.ts'

/** A list as far as it has been read. */
type Read = Pick<HomeState, 'busy' | 'next' | 'stuck' | 'turn'>

const add = async <I extends ThreadItem>(
  core: Core,
  list: Read,
  items: Signal<readonly I[]>,
  known: readonly string[],
  read: (cursor: string) => Promise<ThreadList | SearchResult>,
): Promise<ThreadItem | null> => {
  const { busy, next, stuck } = list
  const cursor = next.peek()
  if (!cursor || busy.peek()) return null
  const mine = list.turn
  busy.value = true
  try {
    const page = await read(cursor)
    if (mine !== list.turn) return null
    return batch(() => {
      core.learn(page, puts('thread', page.threads))
      // What has moved meanwhile comes again.
      const before = new Set([...items.peek().map(item => item.id.peek()), ...known])
      const fresh = page.threads.filter(thread => !before.has(thread.id))
      const added = fresh.map(thread => core.items.thread(thread.id))
      items.value = [...items.peek(), ...(added as unknown as I[])]
      next.value = page.next
      stuck.value = null
      return added[0] ?? null
    })
  } finally {
    if (mine === list.turn) busy.value = false
  }
}

/**
 * Adds the next page to the list.
 * @throws Refusal
 */
export const showMore = (core: Core, home: HomeState): Promise<ThreadItem | null> =>
  add<OwnThread>(core, home, home.listed, home.waiting.peek(), cursor =>
    core.read<ThreadList>('/threads', { ...home.query(), cursor }),
  )

/**
 * The same for what is found.
 * @throws Refusal
 */
export const showMoreFound = (core: Core, home: HomeState, search: Finding): Promise<ThreadItem | null> =>
  add(core, search, search.found, [], cursor => ask(core, home, search, cursor))
