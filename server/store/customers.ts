import type { PersonRow } from './rows.ts'
import type { Db } from './store.ts'

/** Keys of the site that count at that instant, the newest first. */
export const activeKeys = (db: Db, siteId: string, now: number) =>
  db
    .selectFrom('site_secret')
    .selectAll()
    .where('site_id', '=', siteId)
    .where(eb => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', now)]))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()

/** Their signing secrets. */
export const activeSecrets = async (db: Db, siteId: string, now: number): Promise<string[]> =>
  (await activeKeys(db, siteId, now)).map(({ secret }) => secret)

/** Adds a secret; those before it end then. */
export async function addSecret(
  db: Db,
  secret: { id: string; site_id: string; secret: string; created_at: number },
  endOthersAt: number,
): Promise<void> {
  await db
    .updateTable('site_secret')
    .set({ ends_at: endOthersAt })
    .where('site_id', '=', secret.site_id)
    .where(eb => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', endOthersAt)]))
    .execute()
  await db
    .insertInto('site_secret')
    .values({ ...secret, ends_at: null })
    .execute()
}

export const findCustomer = (db: Db, siteId: string, sub: string): Promise<PersonRow | undefined> =>
  db.selectFrom('person').selectAll().where('site_id', '=', siteId).where('sub', '=', sub).executeTakeFirst()

/**
 * Whether the token is this person's to use: nobody has used it, or they themselves have. Used ones are remembered
 * until they have expired anyway.
 */
export async function useToken(
  db: Db,
  token: { site_id: string; jti: string; expires_at: number; sub: string; person_id: string },
  now: number,
): Promise<boolean> {
  await db
    .deleteFrom('used_token')
    .where('expires_at', '<', now - 60 * 60 * 1000)
    .execute()
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('used_token')
    .values(token)
    .onConflict(conflict => conflict.columns(['site_id', 'jti']).doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows === 1n) return true
  const used = await db
    .selectFrom('used_token')
    .select(['sub', 'person_id'])
    .where('site_id', '=', token.site_id)
    .where('jti', '=', token.jti)
    .executeTakeFirst()
  return used?.sub === token.sub && used.person_id === token.person_id
}

export const updatePerson = (
  db: Db,
  id: string,
  set: Partial<Pick<PersonRow, 'name' | 'sub' | 'email' | 'token_name' | 'claimed_by'>>,
) => db.updateTable('person').set(set).where('id', '=', id).execute()
