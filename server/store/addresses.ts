import type { Selectable } from 'kysely'
import { voidLinks } from './mail-links.ts'
import type { AddressTable } from './mail-tables.ts'
import type { Db } from './store.ts'

export type AddressRow = Selectable<AddressTable>

export const findAddress = (db: Db, personId: string): Promise<AddressRow | undefined> =>
  db.selectFrom('address').selectAll().where('person_id', '=', personId).executeTakeFirst()

/** The address of a person from now on. Another one before it is gone, and what was known of it. */
export const setAddress = (db: Db, { person_id, ...set }: AddressRow) =>
  db
    .insertInto('address')
    .values({ person_id, ...set })
    .onConflict(conflict => conflict.column('person_id').doUpdateSet(set))
    .execute()

export const setAddressLanguage = (db: Db, personId: string, language: AddressRow['language']) =>
  db.updateTable('address').set({ language }).where('person_id', '=', personId).execute()

/** Nobody is written to there any more, and no link of earlier letters counts. */
export async function forgetAddress(db: Db, personId: string): Promise<void> {
  await voidLinks(db, personId)
  await db.deleteFrom('address').where('person_id', '=', personId).execute()
}

export const confirmAddress = (db: Db, personId: string, now: number) =>
  db
    .updateTable('address')
    .set({ confirmed_at: now })
    .where('person_id', '=', personId)
    .where('confirmed_at', 'is', null)
    .execute()

/** Its server will not take it, whoever it belongs to. */
export const markBounced = (db: Db, address: string, now: number) =>
  db
    .updateTable('address')
    .set({ bounced_at: now })
    .where('address', '=', address)
    .where('bounced_at', 'is', null)
    .execute()

/** The address of one who is another from now on becomes theirs, unless they have one themselves. */
export async function moveAddress(db: Db, from: string, to: string): Promise<void> {
  if (await findAddress(db, to)) return forgetAddress(db, from)
  for (const table of ['address', 'mail_link'] as const)
    await db.updateTable(table).set({ person_id: to }).where('person_id', '=', from).execute()
}

/** What nobody confirmed is no address of anybody. */
export const forgetUnconfirmed = (db: Db, before: number) =>
  db.deleteFrom('address').where('confirmed_at', 'is', null).where('created_at', '<', before).execute()
