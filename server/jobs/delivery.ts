import type { Clock } from '../lib/clock.ts'
import type { OutboxRow } from '../store/outbox.ts'
import { beginTry, dueInOutbox, failTry, removeFromOutbox } from '../store/outbox.ts'
import type { Store } from '../store/store.ts'
import type { Job, Turn } from './runner.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
/** Milliseconds from each try to the next: six tries in a day. */
export const NEXT_TRY_MS = [MINUTE, 10 * MINUTE, HOUR, 5 * HOUR, 18 * HOUR - 11 * MINUTE] as const

const EVERY_MS = 5 * SECOND
/** Side effects carried out at once: one slow receiver does not hold up all the others. */
const TOGETHER = 10
/** A try that takes longer has failed. */
const PATIENCE_MS = 30 * SECOND
/** Characters of an error that are kept for the operator. */
const ERROR_MAX = 500

/** A side effect that is to be carried out now. */
export interface Item {
  /** The same at every try: what happens twice can be told by it. */
  id: string
  siteId: string | null
  payload: unknown
  /** Milliseconds since 1970 when it was caused. */
  createdAt: number
  /** 1 at the first try. */
  attempt: number
}

/**
 * Carries one kind of side effect out. May be asked again for one that it carried out already, when the node died
 * before that was noted. Throws when it failed, {@link Undeliverable} when no further try can help.
 */
export type Carrier = (item: Item, signal: AbortSignal) => Promise<void>

/** The receiver will not take it, today or tomorrow. */
export class Undeliverable extends Error {}

export interface DeliveryParts {
  store: Store
  clock: Clock
  /** By the kind that `addToOutbox` was given. */
  carriers: Readonly<Record<string, Carrier>>
  /** A side effect was given up. */
  onGivenUp(item: Item, error: unknown): void
}

/**
 * The job that carries out what waits in the outbox: each at least once, six tries in a day. A try is noted before it
 * is made, so that one nobody came back from is repeated later and not forever at once.
 */
export function createDelivery({ store, clock, carriers, onGivenUp }: DeliveryParts): Job {
  const kinds = Object.keys(carriers)

  const due = (limit: number) => store.read(db => dueInOutbox(db, kinds, clock.now(), limit))

  const attempt = async (row: OutboxRow, turn: Turn): Promise<void> => {
    const item = itemOf(row)
    try {
      const patience = AbortSignal.any([turn.signal, AbortSignal.timeout(PATIENCE_MS)])
      await withinPatience(carriers[row.kind] as Carrier, item, patience)
    } catch (error) {
      const isLast = item.attempt > NEXT_TRY_MS.length || error instanceof Undeliverable
      // The node closes: the next leader tries again soon, and this was no failure of the receiver.
      if (turn.signal.aborted) return
      await turn.write(db => failTry(db, row.id, wordsOf(error), isLast ? null : nextTry(row, clock.now())))
      if (isLast) onGivenUp(item, error)
      return
    }
    await turn.write(db => removeFromOutbox(db, row.id))
  }

  return {
    name: 'delivery',
    every: EVERY_MS,
    isDue: async () => (await due(1)).length > 0,
    async run(turn) {
      const now = clock.now()
      const rows = await due(TOGETHER)
      await turn.write(async db => {
        for (const row of rows) await beginTry(db, row, nextTry(row, now))
      })
      await Promise.all(rows.map(row => attempt(row, turn)))
      return rows.length === TOGETHER ? 'more' : 'done'
    },
  }
}

const itemOf = (row: OutboxRow): Item => ({
  id: row.id,
  siteId: row.site_id,
  payload: JSON.parse(row.payload),
  createdAt: row.created_at,
  attempt: row.tries + 1,
})

/** After the last try too: a node may die in it, and then somebody has to find out. */
const nextTry = ({ tries }: OutboxRow, now: number): number =>
  now + (NEXT_TRY_MS[Math.min(tries, NEXT_TRY_MS.length - 1)] as number)

const wordsOf = (error: unknown) =>
  (error instanceof Error ? error.message : String(error)).slice(0, ERROR_MAX)

/** A carrier that does not listen to its signal is not waited for either. */
function withinPatience(carry: Carrier, item: Item, patience: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(patience.reason)
    patience.addEventListener('abort', giveUp, { once: true })
    carry(item, patience)
      .then(resolve, reject)
      .finally(() => patience.removeEventListener('abort', giveUp))
    if (patience.aborted) giveUp()
  })
}
