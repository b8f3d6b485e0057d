import { setTimeout as wait } from 'node:timers/promises'
import { isLocked } from './sqlite-errors.ts'

const RETRY_MS = 15
const PATIENCE_MS = 5_000

/** Tries again while another process holds SQLite's lock, off the event loop. Throws the driver's error in the end. */
export async function whileLocked<T>(work: () => Promise<T>): Promise<T> {
  const tries = Math.ceil(PATIENCE_MS / RETRY_MS)
  for (let i = 1; ; i++) {
    try {
      return await work()
    } catch (error) {
      if (!isLocked(error) || i === tries) throw error
      await wait(RETRY_MS)
    }
  }
}
