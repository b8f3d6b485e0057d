import { randomUUID } from 'node:crypto'
import type { Clock } from '../lib/clock.ts'
import { dropLeases, findLease, takeLease } from '../store/leases.ts'
import type { Db, Store } from '../store/store.ts'

/** A leader that fell silent is followed after so long. */
const LEASE_MS = 30_000

/** Something that is to be done again and again, by one node at a time. */
export interface Job {
  /** Names its lease: the same on every node. */
  name: string
  /** Milliseconds between two turns. */
  every: number
  /** Whether there is anything to do. Asked before the lease is, so that an idle job writes nothing. */
  isDue?(): Promise<boolean>
  /** Does a piece that takes seconds, not minutes. `more`: there is more to do, take another turn at once. */
  run(turn: Turn): Promise<'done' | 'more'>
}

export interface Turn {
  /** Fires when the node closes. */
  signal: AbortSignal
  /**
   * A write of the job: the lease is renewed in the same transaction, so that what somebody else leads by now is not
   * written. @throws LeaseLost
   */
  write<T>(work: (db: Db) => Promise<T>): Promise<T>
}

/** Another node leads the job: this turn is over. */
export class LeaseLost extends Error {}

export interface JobRunner {
  /** Begins to take turns. */
  start(): void
  /** Takes a turn at a job now. False: there is nothing to do, or another node leads it. */
  turn(name: string): Promise<boolean>
  /** Ends turns under way and hands the leases back. */
  close(): Promise<void>
}

export interface JobRunnerParts {
  store: Store
  clock: Clock
  jobs: readonly Job[]
  onError(error: unknown): void
}

/**
 * Every node has a runner with the same jobs; each job is led by one of them, by a lease in the store. A job may still
 * run twice (a leader that was suspended wakes up again), so its writes ask for the lease and what it does beyond the
 * store must bear being done again.
 */
export function createJobRunner({ store, clock, jobs, onError }: JobRunnerParts): JobRunner {
  const holder = randomUUID()
  const timers: NodeJS.Timeout[] = []
  const running = new Map<string, Promise<boolean>>()
  const closing = new AbortController()

  /** Reads first: nodes that do not lead write nothing, and who leads renews only when half of its time is over. */
  const leads = async (name: string): Promise<boolean> => {
    const now = clock.now()
    const lease = await store.read(db => findLease(db, name))
    const left = (lease?.until ?? 0) - now
    if (lease && left > 0 && left <= LEASE_MS) {
      if (lease.holder !== holder) return false
      if (left > LEASE_MS / 2) return true
    }
    return store.write(db => takeLease(db, { name, holder, now: clock.now(), ttl: LEASE_MS }))
  }

  const takeTurns = async ({ name, run, isDue }: Job): Promise<boolean> => {
    if (isDue && !(await isDue())) return false
    const turn: Turn = {
      signal: closing.signal,
      write: work =>
        store.write(async db => {
          if (!(await takeLease(db, { name, holder, now: clock.now(), ttl: LEASE_MS }))) throw new LeaseLost()
          return work(db)
        }),
    }
    try {
      do if (closing.signal.aborted || !(await leads(name))) return false
      while ((await run(turn)) === 'more')
      return true
    } catch (error) {
      if (error instanceof LeaseLost) return false
      throw error
    }
  }

  const turn = (job: Job): Promise<boolean> => {
    const under = running.get(job.name)
    if (under) return under
    const taken = takeTurns(job).finally(() => running.delete(job.name))
    running.set(job.name, taken)
    return taken
  }

  return {
    start() {
      for (const job of jobs) {
        const timer = setInterval(() => void turn(job).catch(onError), job.every)
        timer.unref()
        timers.push(timer)
      }
    },
    turn(name) {
      const job = jobs.find(known => known.name === name)
      if (!job) throw new Error(`No job ${name}`)
      return turn(job)
    },
    async close() {
      for (const timer of timers) clearInterval(timer)
      closing.abort()
      await Promise.allSettled(running.values())
      // Whoever cannot hand them back is followed when they run out.
      await store.write(db => dropLeases(db, holder)).catch(() => undefined)
    },
  }
}
