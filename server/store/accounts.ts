import type { Insertable, Selectable } from 'kysely'
import { advanceHead, insertChanges } from './feed.ts'
import type { AccountTable, DeviceTable, SessionTable } from './person-tables.ts'
import type { PersonRow } from './rows.ts'
import type { Db } from './store.ts'

export type AccountRow = Selectable<AccountTable>

/** The person a device token of this site speaks for, and when it was last seen. */
export const findDevice = (
  db: Db,
  siteId: string,
  tokenHash: string,
): Promise<(PersonRow & { seen_at: number }) | undefined> =>
  db
    .selectFrom('device')
    .innerJoin('person', 'person.id', 'device.person_id')
    .selectAll('person')
    .select('device.seen_at')
    .where('device.token_hash', '=', tokenHash)
    .where('device.site_id', '=', siteId)
    .where('person.site_id', '=', siteId)
    .executeTakeFirst()

export const insertDevice = (db: Db, device: Insertable<DeviceTable>) =>
  db.insertInto('device').values(device).execute()

export const touchDevice = (db: Db, tokenHash: string, now: number) =>
  db.updateTable('device').set({ seen_at: now }).where('token_hash', '=', tokenHash).execute()

export const deleteDevice = (db: Db, siteId: string, tokenHash: string) =>
  db.deleteFrom('device').where('token_hash', '=', tokenHash).where('site_id', '=', siteId).execute()

/** Whether anything still speaks for the person. */
export const hasDevice = async (db: Db, personId: string): Promise<boolean> =>
  (await db
    .selectFrom('device')
    .select('token_hash')
    .where('person_id', '=', personId)
    .limit(1)
    .executeTakeFirst()) !== undefined

export const findAccountByEmail = (db: Db, email: string): Promise<AccountRow | undefined> =>
  db.selectFrom('account').selectAll().where('email', '=', email).executeTakeFirst()

export const insertAccount = (db: Db, account: Insertable<AccountTable>) =>
  db.insertInto('account').values(account).execute()

/** Whether anybody has ever been made owner. */
export const ownerExists = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('account').select('id').limit(1).executeTakeFirst()) !== undefined

/** The account of a session and when the session was last used. */
export const findSession = (
  db: Db,
  tokenHash: string,
): Promise<(AccountRow & { seen_at: number }) | undefined> =>
  db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .selectAll('account')
    .select('session.seen_at')
    .where('session.token_hash', '=', tokenHash)
    .executeTakeFirst()

export const insertSession = (db: Db, session: Insertable<SessionTable>) =>
  db.insertInto('session').values(session).execute()

export const touchSession = (db: Db, tokenHash: string, now: number) =>
  db.updateTable('session').set({ seen_at: now }).where('token_hash', '=', tokenHash).execute()

export const deleteSession = (db: Db, tokenHash: string) =>
  db.deleteFrom('session').where('token_hash', '=', tokenHash).execute()

export const deleteSessionsSeenBefore = (db: Db, instant: number) =>
  db.deleteFrom('session').where('seen_at', '<', instant).execute()

/** The account's person on one site, if it has a role there. */
export const findStaffPerson = (db: Db, siteId: string, accountId: string): Promise<PersonRow | undefined> =>
  db
    .selectFrom('person')
    .selectAll()
    .where('site_id', '=', siteId)
    .where('account_id', '=', accountId)
    .where('role', 'is not', null)
    .executeTakeFirst()

/** Every site on which the account has a role, oldest site first. */
export const staffPlaces = (db: Db, accountId: string) =>
  db
    .selectFrom('person')
    .innerJoin('site', 'site.id', 'person.site_id')
    .select(['site.id as site_id', 'site.brand', 'person.id', 'person.name', 'person.role'])
    .where('person.account_id', '=', accountId)
    .where('person.role', 'is not', null)
    .orderBy('site.created_at')
    .orderBy('site.id')
    .execute()

export const insertSetupCode = (db: Db, codeHash: string, now: number) =>
  db.insertInto('setup_code').values({ code_hash: codeHash, created_at: now }).execute()

export const deleteSetupCodes = (db: Db, createdBefore = Number.MAX_SAFE_INTEGER) =>
  db.deleteFrom('setup_code').where('created_at', '<', createdBefore).execute()

export const setupCodeExists = async (db: Db, codeHash: string): Promise<boolean> =>
  (await db
    .selectFrom('setup_code')
    .select('code_hash')
    .where('code_hash', '=', codeHash)
    .executeTakeFirst()) !== undefined

/** False when the code is unknown or another transaction was faster. */
export const takeSetupCode = async (db: Db, codeHash: string): Promise<boolean> => {
  const [taken] = await db.deleteFrom('setup_code').where('code_hash', '=', codeHash).execute()
  return taken?.numDeletedRows === 1n
}

/** Tells the site's public stream that what everybody knows of the site is another thing now. */
export async function recordSiteChange(db: Db, siteId: string, now: number): Promise<void> {
  const { head } = await advanceHead(db, siteId, 1)
  await db.updateTable('site').set({ seq: head }).where('id', '=', siteId).execute()
  await insertChanges(db, [
    {
      site_id: siteId,
      seq: head,
      audience: 'public',
      person_id: null,
      page_id: null,
      entity: 'site',
      entity_id: siteId,
      mutation_id: null,
      at: now,
    },
  ])
}

export const listAccounts = (db: Db): Promise<AccountRow[]> =>
  db.selectFrom('account').selectAll().orderBy('created_at').execute()
