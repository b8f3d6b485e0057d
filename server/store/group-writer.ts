import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { whileLocked } from './lock-patience.ts'
import type { Schema } from './schema.ts'
import { isUnwritable, refusal } from './sqlite-errors.ts'
import type { Db, Store } from './store.ts'

interface Job {
  work(db: Db): Promise<unknown>
  settle(outcome: Outcome): void
}
type Outcome = { value: unknown } | { error: unknown }

/** More writes than this wait for the next commit, so that the first of them is not kept waiting for the last. */
const GROUP_MAX = 128

/**
 * Writes that arrive together share one commit and so one fsync; each runs in its own savepoint and fails alone.
 * Nobody hears of success before the commit. A lock held by another process is waited for off the event loop.
 */
export function createGroupWriter(db: Kysely<Schema>): Store['write'] {
  const queue: Job[] = []
  let draining = false

  const drain = async () => {
    while (queue.length > 0) {
      const group = queue.splice(0, GROUP_MAX)
      const outcomes = await db
        .connection()
        .execute(connection => commitTogether(connection, group))
        .catch((error: unknown) => group.map(() => ({ error: refusal(error) })))
      for (const [i, job] of group.entries()) job.settle(outcomes[i] as Outcome)
    }
    draining = false
  }

  return <T>(work: (db: Db) => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      queue.push({
        work,
        settle: outcome => ('error' in outcome ? reject(outcome.error) : resolve(outcome.value as T)),
      })
      if (draining) return
      draining = true
      setImmediate(drain)
    })
}

async function commitTogether(db: Db, group: Job[]): Promise<Outcome[]> {
  await whileLocked(() => sql`begin immediate`.execute(db))
  try {
    const outcomes: Outcome[] = []
    for (const job of group) outcomes.push(await runAlone(db, job))
    await sql`commit`.execute(db)
    return outcomes
  } catch (error) {
    // SQLite may have rolled back by itself; then there is nothing left to undo.
    await sql`rollback`.execute(db).catch(() => undefined)
    throw error
  }
}

async function runAlone(db: Db, job: Job): Promise<Outcome> {
  await sql`savepoint job`.execute(db)
  try {
    const value = await job.work(db)
    await sql`release job`.execute(db)
    return { value }
  } catch (error) {
    if (isUnwritable(error)) throw error
    await sql`rollback to job`.execute(db)
    await sql`release job`.execute(db)
    return { error: refusal(error) }
  }
}
