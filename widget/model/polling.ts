import { PULL_WAIT_MAX } from '../../server/contract/limits.ts'
import type { Core } from './core.ts'
import type { LinkState } from './link-state.ts'
import type { Puller } from './puller.ts'

/** An answer that comes at once must not make us ask at once. */
const SHORTEST = 1_000

/** Where no socket gets through, the same changes come by long polls, until they fail too or are not needed any more. */
export const poll = async (core: Core, puller: Puller, link: LinkState, isNeeded: () => boolean) => {
  let began = performance.now()
  while (isNeeded() && (await puller.pull(core.stream(), PULL_WAIT_MAX)) && isNeeded()) {
    link.up()
    if (core.streams.peek().includes('me')) await puller.pull('me')
    await new Promise(resolve => setTimeout(resolve, began + SHORTEST - performance.now()))
    began = performance.now()
  }
}
