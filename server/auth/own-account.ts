import type { OpenSessions } from '../contract/team.ts'
import { AppError } from '../lib/app-error.ts'
import type { Budgets } from '../lib/budgets.ts'
import { ownBudgets } from '../lib/budgets.ts'
import { deleteSession } from '../store/accounts.ts'
import { deletePassesOf } from '../store/passes.ts'
import { deleteOtherSessions, sessionsOf, setPasswordHash } from '../store/sessions.ts'
import type { Store } from '../store/store.ts'
import { createAttempts } from './attempts.ts'
import { hashPassword, passwordFits } from './passwords.ts'
import type { Session } from './staff.ts'

/** What people do to their own login. */
export interface OwnAccount {
  /** Ends every other session, and every pass. Throws `credentials_invalid`, `rate_limited`. */
  changePassword(session: Session, passwords: { current: string; next: string }): Promise<void>
  sessions(session: Session): Promise<OpenSessions>
  /** Throws `not_found`. */
  endSession(session: Session, id: string): Promise<void>
}

const ID_LENGTH = 16

export function createOwnAccount(parts: {
  store: Store
  /** Called with the hash of every session and pass that ended. */
  onSignedOut(hash: string): void
  budgets?: Budgets
}): OwnAccount {
  const { store, onSignedOut, budgets = ownBudgets } = parts
  const attempts = createAttempts({ points: 10, duration: 15 * 60 }, budgets, 'password')
  return {
    async changePassword({ account, hash }, { current, next }) {
      await attempts.count(account.id)
      if (!(await passwordFits(account.password_hash, current))) throw new AppError('credentials_invalid')
      const password = await hashPassword(next)
      const ended = await store.write(async db => {
        await setPasswordHash(db, account.id, password)
        // The page that holds one of this very session is not the place the new password was typed at.
        return [
          ...(await deletePassesOf(db, account.id)),
          ...(await deleteOtherSessions(db, account.id, hash)),
        ]
      })
      await attempts.forgive(account.id)
      for (const one of ended) onSignedOut(one)
    },

    async sessions({ account, hash }) {
      const rows = await store.read(db => sessionsOf(db, account.id))
      return {
        sessions: rows.map(row => ({
          id: row.token_hash.slice(0, ID_LENGTH),
          agent: row.agent,
          since: row.created_at,
          seen: row.seen_at,
          current: row.token_hash === hash,
        })),
      }
    },

    async endSession({ account }, id) {
      const ended = await store.write(async db => {
        const rows = await sessionsOf(db, account.id)
        const found = rows.find(row => row.token_hash.startsWith(id))
        if (!found) throw new AppError('not_found')
        await deleteSession(db, found.token_hash)
        return found.token_hash
      })
      onSignedOut(ended)
    },
  }
}
