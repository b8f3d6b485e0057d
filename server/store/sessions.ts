import type { Db } from './store.ts'

/** An account's sessions, last used first. */
export const sessionsOf = (db: Db, accountId: string) =>
  db
    .selectFrom('session')
    .select(['token_hash', 'agent', 'created_at', 'seen_at'])
    .where('account_id', '=', accountId)
    .orderBy('seen_at', 'desc')
    .orderBy('token_hash')
    .execute()

/** Ends all sessions of an account but one, and says which those were. */
export const deleteOtherSessions = async (db: Db, accountId: string, keep: string): Promise<string[]> => {
  const ended = await db
    .deleteFrom('session')
    .where('account_id', '=', accountId)
    .where('token_hash', '!=', keep)
    .returning('token_hash')
    .execute()
  return ended.map(row => row.token_hash)
}

export const setPasswordHash = (db: Db, accountId: string, password_hash: string) =>
  db.updateTable('account').set({ password_hash }).where('id', '=', accountId).execute()
