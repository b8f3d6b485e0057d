import { PAGE_SIZE, PAGE_SIZE_MAX } from '../../server/contract/limits.ts'
import type { Snapshot } from '../../server/contract/reads.ts'
import { batch } from '../signals/signal.ts'
import type { Core } from './core.ts'
import type { HomeState } from './home.ts'

/**
 * After the server could not serve our position: what is on screen stays in its order, as far as it still exists; what
 * is new waits. @throws Refusal
 */
export const resetHome = async (core: Core, home: HomeState): Promise<void> => {
  const { listed, waiting } = home
  if (home.turn === 0) return
  const mine = ++home.turn
  const size = Math.min(PAGE_SIZE_MAX, Math.max(PAGE_SIZE, listed.peek().length))
  const snapshot = await core.read<Snapshot>('/snapshot', { ...home.query(), size })
  if (mine !== home.turn) return
  batch(() => {
    const ranked = home.learn(snapshot).map(thread => thread.id)
    const still = new Set<string | null>([null, ...ranked])
    listed.value = listed.peek().filter(item => still.has(item.id.peek()))
    const known = new Set(listed.peek().map(item => item.id.peek()))
    waiting.value = ranked.filter(id => !known.has(id))
  })
}
