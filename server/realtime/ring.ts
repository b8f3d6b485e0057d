import type { Change } from '../contract/feed.ts'

/** Changes a stream keeps at hand for those who come back. */
const RING_MAX = 512

/**
 * The recent past of one stream. An entity is kept once, as it last was: what has been hidden since must not be
 * served from memory either.
 */
export interface Ring {
  /** The oldest cursor that can be served. */
  readonly floor: number
  push(changes: Change[]): void
  after(since: number): Change[]
}

export function createRing(floor: number, size = RING_MAX): Ring {
  const changes = new Map<string, Change>()
  return {
    get floor() {
      return floor
    },
    push(added) {
      for (const change of added) {
        const key = `${change.entity} ${change.id}`
        changes.delete(key)
        changes.set(key, change)
      }
      for (const [key, change] of changes) {
        if (changes.size <= size) break
        changes.delete(key)
        floor = Math.max(floor, change.seq)
      }
    },
    after: since => [...changes.values()].filter(change => change.seq > since),
  }
}
