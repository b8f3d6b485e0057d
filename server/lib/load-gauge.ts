import { monitorEventLoopDelay } from 'node:perf_hooks'

/** Long enough that one pause for collecting garbage is no overload. */
const SAMPLE_MS = 5_000
/** Nanoseconds in a millisecond. */
const NS = 1e6

export interface LoadGauge {
  /** Whether the event loop was so late of late that new work should be refused. */
  readonly overloaded: boolean
  /** Its 99th percentile then, in milliseconds. */
  readonly delay: number
  close(): void
}

/** Never overloaded: for tools, and for tests that share their machine. */
export const unmeasured: LoadGauge = { overloaded: false, delay: 0, close: () => undefined }

/** Measures how late the event loop is. Above `most` milliseconds everybody waits for everybody: better to turn the last away. */
export function createLoadGauge(most: number): LoadGauge {
  const histogram = monitorEventLoopDelay({ resolution: 10 })
  histogram.enable()
  let delay = 0
  const timer = setInterval(() => {
    delay = histogram.percentile(99) / NS
    histogram.reset()
  }, SAMPLE_MS)
  timer.unref()
  return {
    get overloaded() {
      return delay > most
    },
    get delay() {
      return delay
    },
    close() {
      clearInterval(timer)
      histogram.disable()
    },
  }
}
