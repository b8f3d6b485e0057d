import type { ThreadList } from '../../server/contract/reads.ts'
import { batch } from '../signals/signal.ts'
import type { Core } from './core.ts'
import type { HomeState } from './home.ts'
import { puts } from './replica.ts'
import type { ThreadItem } from './types.ts'

/**
 * Adds the next page to the list.
 * @throws Refusal
 */
export const showMore = async (core: Core, home: HomeState): Promise<ThreadItem | null> => {
  const { busy, listed, next, waiting } = home
  const cursor = next.peek()
  if (!cursor || busy.peek()) return null
  const mine = home.turn
  busy.value = true
  try {
    const page = await core.read<ThreadList>('/threads', { ...home.query(), cursor })
    if (mine !== home.turn) return null
    return batch(() => {
      core.learn(page, puts('thread', page.threads))
      const known = new Set([...listed.peek().map(item => item.id.peek()), ...waiting.peek()])
      const fresh = page.threads.filter(thread => !known.has(thread.id))
      const added = fresh.map(thread => core.items.thread(thread.id))
      listed.value = [...listed.peek(), ...added]
      next.value = page.next
      home.failure.value = null
      return added[0] ?? null
    })
  } finally {
    if (mine === home.turn) busy.value = false
  }
}
