import { lockSite } from './sites.ts'
import type { Db, Dialect } from './store.ts'

/**
 * Counts a letter against what its receiver may get. False: they have had as many since then, and it must not go. Trying
 * the same letter again counts once.
 */
export async function countLetter(
  db: Db,
  dialect: Dialect,
  letter: { id: string; siteId: string; receiver: string; at: number },
  allowed: { since: number; most: number },
): Promise<boolean> {
  const { id, siteId, receiver, at } = letter
  // Two letters at once must see each other.
  await lockSite(db, dialect, siteId)
  const sent = await db
    .selectFrom('mail_sent')
    .select('id')
    .where('receiver', '=', receiver)
    .where('at', '>', allowed.since)
    .execute()
  if (sent.some(row => row.id === id)) return true
  if (sent.length >= allowed.most) return false
  await db
    .insertInto('mail_sent')
    .values({ id, receiver, at })
    .onConflict(conflict => conflict.column('id').doUpdateSet({ at }))
    .execute()
  return true
}

export const forgetSent = (db: Db, before: number) =>
  db.deleteFrom('mail_sent').where('at', '<', before).execute()
