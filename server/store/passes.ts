import type { Selectable } from 'kysely'
import type { PassTable } from './person-tables.ts'
import type { Db } from './store.ts'

export type PassRow = Selectable<PassTable>

export const insertPass = (db: Db, pass: PassRow) => db.insertInto('pass').values(pass).execute()

/** One that has not run out, with when its session was last used: without a session there is no pass. */
export const findPass = (db: Db, hash: string, now: number) =>
  db
    .selectFrom('pass')
    .innerJoin('session', 'session.token_hash', 'pass.session_hash')
    .selectAll('pass')
    .select('session.seen_at')
    .where('pass.hash', '=', hash)
    .where('pass.expires_at', '>', now)
    .executeTakeFirst()

/** False when there is none of this hash (any more). */
export const deletePass = async (db: Db, hash: string): Promise<boolean> => {
  const { numDeletedRows } = await db.deleteFrom('pass').where('hash', '=', hash).executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}

export const deletePassesBefore = (db: Db, instant: number) =>
  db.deleteFrom('pass').where('expires_at', '<=', instant).execute()

/** Ends every pass of an account, by whichever session, and says which those were. */
export const deletePassesOf = async (db: Db, accountId: string): Promise<string[]> => {
  const ended = await db
    .deleteFrom('pass')
    .where('person_id', 'in', eb => eb.selectFrom('person').select('id').where('account_id', '=', accountId))
    .returning('hash')
    .execute()
  return ended.map(row => row.hash)
}
