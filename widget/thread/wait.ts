import type { Failure } from '../model/types.ts'
import type { Widget } from './widget.ts'

/** Seconds, where the server does not say how many. */
const A_MINUTE = 60

/** Counts down to when the server takes messages again. Answers how to stop. */
export const wait = ({ waits }: Widget, { retryAfter }: Failure): (() => void) => {
  const end = Date.now() + (retryAfter ?? A_MINUTE) * 1000
  const count = () => {
    waits.value = Math.max(0, Math.ceil((end - Date.now()) / 1000))
    if (!waits.peek()) clearInterval(clock)
  }
  const clock = setInterval(count, 1000)
  count()
  return () => clearInterval(clock)
}
