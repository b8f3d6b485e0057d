import type { Storage } from './storage.ts'
import type { Work } from './tabs.ts'

const LEASE = 10_000
const SAME_MOMENT = 50

/** A lock made of a storage, its own chunk: it holds for as long as its tab gives signs of life. `tab` is of this page load only. */
export const createLease = (storage: Storage, tab: string) => async (work: Work) => {
  const claim = () => {
    const { by, at } = storage.read<{ by: string; at: number }>('lease') ?? { by: tab, at: 0 }
    const now = Date.now()
    // A sign from the future was given before the clock was set back.
    if (by !== tab && at <= now && now - at < LEASE) return false
    storage.write('lease', { by: tab, at: now })
    return true
  }
  const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))
  do {
    while (!claim()) await pause(LEASE / 10)
    // Of those who claimed in the same moment the last one has it.
    await pause(SAME_MOMENT)
  } while (!claim())
  const claiming = setInterval(claim, LEASE / 3)
  await work()
  clearInterval(claiming)
  storage.write('lease', null)
}
