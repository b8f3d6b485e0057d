import type { Core } from './core.ts'
import type { Link } from './types.ts'

const SILENT_FOR = 3_000
const PAUSED_AFTER = 15_000

export interface LinkState {
  up: () => void
  /** Cut off: nothing is said at first, most cuts are over before anybody would notice. */
  lost: () => void
  /** Not connected on purpose. */
  rest: () => void
  /** The server no longer speaks our protocol: only a reload of the page helps. */
  stop: () => void
}

export const createLinkState = (core: Core): LinkState => {
  const { link, notice } = core
  let timers: ReturnType<typeof setTimeout>[] = []
  /** Whether it was seen to be offline or paused since it was last live. */
  let wasGone = false

  const clear = () => {
    timers.forEach(clearTimeout)
    timers = []
  }
  const later = (ms: number, run: () => void) => timers.push(setTimeout(run, ms))
  const is = (state: Link) => {
    clear()
    link.value = state
  }
  const tell = (what: 'online' | 'offline' | 'paused') => {
    notice.value = { voice: 'polite', what }
  }
  const pause = () => {
    link.value = 'paused'
    wasGone = true
    tell('paused')
  }
  core.ends.add(clear)

  return {
    up: () => {
      is('live')
      if (wasGone) tell('online')
      wasGone = false
    },
    lost: () => {
      if (navigator.onLine === false) {
        if (link.peek() === 'offline') return
        is('offline')
        wasGone = true
        later(SILENT_FOR, () => tell('offline'))
      } else if (!timers.length && link.peek() !== 'paused') {
        if (link.peek() === 'offline') link.value = 'reconnecting'
        later(SILENT_FOR, () => {
          link.value = 'reconnecting'
        })
        later(PAUSED_AFTER, pause)
      }
    },
    rest: () => is('idle'),
    stop: () => {
      clear()
      pause()
    },
  }
}
