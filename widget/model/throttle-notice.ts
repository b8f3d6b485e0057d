import type { Core } from './core.ts'
import type { Notice } from './types.ts'

/** Says the first at once; what follows within `ms` is said as one, with its count. */
export const throttleNotice = (core: Core, ms: number): ((notice: Notice) => void) => {
  let waiting: Notice | null = null
  let timer: ReturnType<typeof setTimeout> | null = null
  const turn = () => {
    timer = null
    if (!waiting) return
    core.notice.value = waiting
    waiting = null
    timer = setTimeout(turn, ms)
  }
  core.ends.add(() => timer && clearTimeout(timer))
  return notice => {
    if (timer) {
      waiting = waiting
        ? { voice: notice.voice, what: notice.what, n: (waiting.n ?? 1) + (notice.n ?? 1) }
        : notice
      return
    }
    core.notice.value = notice
    timer = setTimeout(turn, ms)
  }
}
