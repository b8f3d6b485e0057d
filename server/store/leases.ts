import type { Db } from './store.ts'

export interface LeaseClaim {
  /** What is led. */
  name: string
  /** Who wants to lead it. */
  holder: string
  /** Milliseconds since 1970, by the holder's clock. */
  now: number
  /** Milliseconds the lease is for. */
  ttl: number
}

/**
 * Takes or renews a lease where nobody else holds it. One that is for longer than any lease can be was written by a
 * clock that was wrong, and counts for nothing: else a day's jump would leave the job to nobody for a day.
 */
export async function takeLease(db: Db, { name, holder, now, ttl }: LeaseClaim): Promise<boolean> {
  const until = now + ttl
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('lease')
    .values({ name, holder, until })
    .onConflict(conflict =>
      conflict
        .column('name')
        .doUpdateSet({ holder, until })
        .where(eb =>
          eb.or([
            eb('lease.holder', '=', holder),
            eb('lease.until', '<=', now),
            eb('lease.until', '>', until),
          ]),
        ),
    )
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export const findLease = (db: Db, name: string) =>
  db.selectFrom('lease').select(['holder', 'until']).where('name', '=', name).executeTakeFirst()

/** Whoever leaves says so, and need not be waited for. */
export const dropLeases = (db: Db, holder: string) =>
  db.deleteFrom('lease').where('holder', '=', holder).execute()
