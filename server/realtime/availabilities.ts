import type { Availability } from '../insights/availability.ts'
import { readAvailability } from '../insights/availability.ts'
import type { Clock } from '../lib/clock.ts'
import { findSite } from '../store/sites.ts'
import type { Store } from '../store/store.ts'

/** Replies that come meanwhile are counted after so long at the latest. */
const FRESH_MS = 10 * 60_000
const UNKNOWN = { replyMinutes: null, backAt: null }

export interface Availabilities {
  /** What is known of a site's team now, without waiting. Asks anew where that is old, and says so if it changed. */
  of(siteId: string): Pick<Availability, 'replyMinutes' | 'backAt'>
}

/** Remembers for each site when its team replies and when it is back, so that a visitor costs no query. */
export function createAvailabilities(parts: {
  store: Store
  clock: Clock
  /** Called when another thing is so than {@link Availabilities.of} said. */
  onChange(siteId: string): void
  onError(error: unknown): void
}): Availabilities {
  const { store, clock, onChange, onError } = parts
  const known = new Map<string, Availability>()
  const asking = new Set<string>()

  const ask = async (siteId: string) => {
    const now = clock.now()
    const found = await store.read(async db => {
      const site = await findSite(db, siteId)
      return site && readAvailability(db, site, now)
    })
    if (!found) return
    const was = known.get(siteId) ?? UNKNOWN
    known.set(siteId, { ...found, until: Math.min(found.until, now + FRESH_MS) })
    if (was.replyMinutes !== found.replyMinutes || was.backAt !== found.backAt) onChange(siteId)
  }

  return {
    of(siteId) {
      const entry = known.get(siteId)
      if ((!entry || entry.until <= clock.now()) && !asking.has(siteId)) {
        asking.add(siteId)
        ask(siteId)
          .catch(onError)
          .finally(() => asking.delete(siteId))
      }
      const { replyMinutes, backAt } = entry ?? UNKNOWN
      return { replyMinutes, backAt }
    },
  }
}
