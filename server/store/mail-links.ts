import type { Selectable } from 'kysely'
import type { MailLinkTable } from './mail-tables.ts'
import type { Db } from './store.ts'

export type MailLinkRow = Selectable<MailLinkTable>

export const insertMailLink = (db: Db, link: MailLinkRow) => db.insertInto('mail_link').values(link).execute()

/** One that has not run out. */
export const findMailLink = (db: Db, hash: string, now: number): Promise<MailLinkRow | undefined> =>
  db
    .selectFrom('mail_link')
    .selectAll()
    .where('hash', '=', hash)
    .where('expires_at', '>', now)
    .executeTakeFirst()

/** False when somebody was faster: it counts once. */
export async function useMailLink(db: Db, hash: string, now: number): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('mail_link')
    .where('hash', '=', hash)
    .where('expires_at', '>', now)
    .executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}

/** Of a person who is written to elsewhere from now on, or not at all. */
export const voidLinks = (db: Db, personId: string) =>
  db.deleteFrom('mail_link').where('person_id', '=', personId).execute()

/** Questions that have been answered by another of their links. */
export const voidQuestions = (db: Db, personId: string) =>
  db.deleteFrom('mail_link').where('person_id', '=', personId).where('purpose', '=', 'confirm').execute()

export const forgetMailLinks = (db: Db, before: number) =>
  db.deleteFrom('mail_link').where('expires_at', '<', before).execute()
