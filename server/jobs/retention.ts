import { PULL_MAX } from '../contract/limits.ts'
import type { Clock } from '../lib/clock.ts'
import { forgetGivenUp } from '../store/outbox.ts'
import { deleteChanges, deleteMutations, longFeeds, newestBefore, raiseFloor } from '../store/retention.ts'
import type { Store } from '../store/store.ts'
import type { Job, Turn } from './runner.ts'

const DAY = 24 * 60 * 60 * 1000
/** A change is kept so long, and a site keeps so many at the most. */
export const CHANGES_MS = 30 * DAY
const CHANGES_MAX = 100_000
/** For so long the same id is the same write, also for a visitor whose laptop was closed for a week. */
export const MUTATIONS_MS = 7 * DAY
/** What could not be delivered can be looked at for so long. */
const GIVEN_UP_MS = 30 * DAY
const EVERY_MS = 10 * 60 * 1000

export interface RetentionParts {
  store: Store
  clock: Clock
  /** Changes a site keeps at the most. */
  changesMax?: number
}

/** The job that forgets what nobody can ask for any more: old changes, old request ids, lost side effects. */
export function createRetention({ store, clock, changesMax = CHANGES_MAX }: RetentionParts): Job {
  return {
    name: 'retention',
    every: EVERY_MS,
    async run(turn) {
      const now = clock.now()
      await shortenFeeds(store, turn, { now, changesMax })
      while (await turn.write(db => deleteMutations(db, now - MUTATIONS_MS)));
      await turn.write(db => forgetGivenUp(db, now - GIVEN_UP_MS))
      return 'done'
    },
  }
}

/**
 * The newest changes stay however old they are: as many as a pull may answer, so a quiet site's readers never have to
 * begin anew. The floor is raised first and by itself: rows are deleted without holding the counter that writers need.
 */
async function shortenFeeds(store: Store, turn: Turn, limits: { now: number; changesMax: number }) {
  for (const { site_id, head, floor } of await store.read(db => longFeeds(db, PULL_MAX))) {
    const old = await store.read(db => newestBefore(db, site_id, head - PULL_MAX, limits.now - CHANGES_MS))
    const next = Math.max(floor, old ?? 0, head - limits.changesMax)
    if (next > floor) await turn.write(db => raiseFloor(db, site_id, next))
    while (!turn.signal.aborted && (await turn.write(db => deleteChanges(db, site_id, next))));
  }
}
