import type { Clock } from '../lib/clock.ts'

/** A clock that goes only when told to. */
export interface HandClock extends Clock {
  pass(milliseconds: number): void
}

/** Starts at 2026-11-23 00:00 UTC unless told otherwise. */
export function handClock(start = Date.UTC(2026, 10, 23)): HandClock {
  let now = start
  return {
    now: () => now,
    pass(milliseconds) {
      now += milliseconds
    },
  }
}
