import type { Core } from './core.ts'
import type { Notice } from './types.ts'

/** Milliseconds without a key after which nobody is interrupted any more. */
const IDLE = 3_000

/**
 * Says the first at once, or when the viewer has stopped typing; what follows within `ms`, or meanwhile, is said as one,
 * with its count.
 */
export const throttleNotice = (core: Core, ms: number): ((notice: Notice) => void) => {
  let waiting: Notice | null = null
  let timer: ReturnType<typeof setTimeout> | null = null
  const turn = () => {
    timer = null
    if (!waiting) return
    const typing = core.typedAt + IDLE - Date.now()
    if (typing <= 0) {
      core.notice.value = waiting
      waiting = null
    }
    timer = setTimeout(turn, typing > 0 ? typing : ms)
  }
  core.ends.add(() => timer && clearTimeout(timer))
  return notice => {
    waiting = waiting ? { ...notice, n: (waiting.n ?? 1) + (notice.n ?? 1) } : notice
    if (!timer) turn()
  }
}
