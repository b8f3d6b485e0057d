import type { Selectable } from 'kysely'
import { newId } from '../lib/ids.ts'
import type { OutboxTable } from './schema.ts'
import type { Db } from './store.ts'

export type OutboxRow = Selectable<OutboxTable>

export interface NewOutboxItem {
  /** Null: of the installation, not of one site. */
  siteId: string | null
  /** Names the carrier, as in `server/jobs/delivery.ts`. */
  kind: string
  /** Whatever the carrier needs; it is kept as JSON. */
  payload: unknown
  now: number
  /** Milliseconds since 1970 before which it must not be carried out; default: at once. */
  dueAt?: number
}

/**
 * Writes a side effect down, in the transaction of what caused it: it happens when that is committed and not
 * otherwise. Answers its id, the same at every try.
 */
export async function addToOutbox(db: Db, { siteId, kind, payload, now, dueAt = now }: NewOutboxItem) {
  const id = newId('o')
  await db
    .insertInto('outbox')
    .values({
      id,
      site_id: siteId,
      kind,
      payload: JSON.stringify(payload),
      created_at: now,
      due_at: dueAt,
      tries: 0,
      last_error: null,
    })
    .execute()
  return id
}

/** What is to be tried by now, longest due first. */
export const dueInOutbox = (db: Db, kinds: string[], now: number, limit: number): Promise<OutboxRow[]> =>
  db
    .selectFrom('outbox')
    .selectAll()
    .where('due_at', '<=', now)
    .where('kind', 'in', kinds)
    .orderBy('due_at')
    .limit(limit)
    .execute()

/** Notes before a try that it is made, and when the next one is due should nobody come back from this one. */
export const beginTry = (db: Db, { id, tries }: OutboxRow, nextAt: number) =>
  db
    .updateTable('outbox')
    .set({ tries: tries + 1, due_at: nextAt })
    .where('id', '=', id)
    .execute()

/** Notes why a try failed. `dueAt` null: there will be no other. */
export const failTry = (db: Db, id: string, error: string, dueAt: number | null) =>
  db.updateTable('outbox').set({ last_error: error, due_at: dueAt }).where('id', '=', id).execute()

export const removeFromOutbox = (db: Db, id: string) => db.deleteFrom('outbox').where('id', '=', id).execute()

/** Forgets what was given up and is older than `before`. */
export const forgetGivenUp = (db: Db, before: number) =>
  db.deleteFrom('outbox').where('due_at', 'is', null).where('created_at', '<', before).execute()
