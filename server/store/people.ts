import type { Insertable } from 'kysely'
import type { PersonTable } from './person-tables.ts'
import type { PersonRow } from './rows.ts'
import type { Db } from './store.ts'

export const findPerson = (db: Db, siteId: string, id: string): Promise<PersonRow | undefined> =>
  db.selectFrom('person').selectAll().where('site_id', '=', siteId).where('id', '=', id).executeTakeFirst()

export const peopleByIds = async (db: Db, ids: string[]): Promise<Map<string, PersonRow>> => {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('person').selectAll().where('id', 'in', ids).execute()
  return new Map(rows.map(row => [row.id, row]))
}

/** What is so of everybody whom no brand has vouched for, and whom nobody has judged. */
export const notVouchedFor = {
  ...{ sub: null, email: null, token_name: null, claimed_by: null },
  ...{ banned_at: null, trusted_at: null },
} as const

export const insertPerson = (db: Db, person: Insertable<PersonTable>) =>
  db.insertInto('person').values(person).execute()

export const setPersonName = (db: Db, id: string, name: string) =>
  db.updateTable('person').set({ name }).where('id', '=', id).execute()

export const setStanding = (
  db: Db,
  id: string,
  set: { banned_at: number | null } | { trusted_at: number | null },
) => db.updateTable('person').set(set).where('id', '=', id).execute()

/** Everybody with a role on the site, longest serving first. */
export const staffOf = (db: Db, siteId: string): Promise<PersonRow[]> =>
  db
    .selectFrom('person')
    .selectAll()
    .where('site_id', '=', siteId)
    .where('role', 'is not', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
