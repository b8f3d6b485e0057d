import type { Clock } from '../lib/clock.ts'
import { recordSights } from '../store/sights.ts'
import type { Store } from '../store/store.ts'

/** Notes on which origins a site's tag is in use. */
export interface Sights {
  /** A page of an allowed origin asked for the widget. Costs a look into a map, and a write per hour and origin. */
  note(siteId: string, origin: string): void
}

const AGAIN_MS = 60 * 60 * 1000

export function createSights({ store, clock }: { store: Store; clock: Clock }): Sights {
  const noted = new Map<string, number>()
  return {
    note(siteId, origin) {
      const key = `${siteId} ${origin}`
      const now = clock.now()
      if (now - (noted.get(key) ?? Number.NEGATIVE_INFINITY) < AGAIN_MS) return
      noted.set(key, now)
      // Nobody waits for this; what could not be written is noted at the next look.
      void store
        .write(db => recordSights(db, siteId, [origin], now))
        .catch(() => {
          noted.delete(key)
        })
    },
  }
}
