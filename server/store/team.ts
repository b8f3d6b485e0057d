import type { Insertable } from 'kysely'
import type { Role } from '../contract/person.ts'
import type { InvitationTable } from './person-tables.ts'
import type { Db } from './store.ts'

export const insertInvitation = (db: Db, invitation: Insertable<InvitationTable>) =>
  db.insertInto('invitation').values(invitation).execute()

/** Those that can still be accepted, newest first. */
export const invitationsOf = (db: Db, siteId: string, now: number) =>
  db
    .selectFrom('invitation')
    .innerJoin('person', 'person.id', 'invitation.made_by')
    .select(['invitation.id', 'invitation.role', 'invitation.expires_at', 'person.name'])
    .where('invitation.site_id', '=', siteId)
    .where('invitation.expires_at', '>', now)
    .orderBy('invitation.created_at', 'desc')
    .execute()

/** An invitation by its secret, with the role that its maker has now. */
export const findInvitation = (db: Db, tokenHash: string, now: number) =>
  db
    .selectFrom('invitation')
    .innerJoin('person', 'person.id', 'invitation.made_by')
    .innerJoin('site', 'site.id', 'invitation.site_id')
    .select(['invitation.id', 'invitation.site_id', 'invitation.role', 'invitation.expires_at'])
    .select(['person.name as maker', 'person.role as maker_role', 'site.brand'])
    .where('invitation.token_hash', '=', tokenHash)
    .where('invitation.expires_at', '>', now)
    .executeTakeFirst()

/** False when there is none of this id (any more). */
export const deleteInvitation = async (db: Db, siteId: string, id: string): Promise<boolean> => {
  const { numDeletedRows } = await db
    .deleteFrom('invitation')
    .where('site_id', '=', siteId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}

/** Everybody with a role, longest serving first, with the address they sign in by. */
export const membersOf = (db: Db, siteId: string) =>
  db
    .selectFrom('person')
    .leftJoin('account', 'account.id', 'person.account_id')
    .select(['person.id', 'person.name', 'person.role', 'person.created_at', 'account.email'])
    .where('person.site_id', '=', siteId)
    .where('person.role', 'is not', null)
    .orderBy('person.created_at')
    .orderBy('person.id')
    .execute()

export const setPersonRole = (db: Db, id: string, role: Role | null) =>
  db.updateTable('person').set({ role }).where('id', '=', id).execute()

export const countOwners = async (db: Db, siteId: string): Promise<number> => {
  const { count } = await db
    .selectFrom('person')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('site_id', '=', siteId)
    .where('role', '=', 'owner')
    .where('account_id', 'is not', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** The account's person on a site, also one who left the team. */
export const personOfAccount = (db: Db, siteId: string, accountId: string) =>
  db
    .selectFrom('person')
    .selectAll()
    .where('site_id', '=', siteId)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
