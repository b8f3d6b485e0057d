import type { Insertable } from 'kysely'
import { sql } from 'kysely'
import type { ReportTable } from './message-tables.ts'
import type { Db } from './store.ts'

/** True when the person had not reported the message before. */
export async function addReport(db: Db, report: Insertable<ReportTable>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('report')
    .values(report)
    .onConflict(conflict => conflict.columns(['message_id', 'person_id']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Why the messages were reported, the newest first; who did it stays in the store. */
export async function reportsOf(db: Db, messageIds: string[]) {
  if (messageIds.length === 0) return []
  return db
    .selectFrom('report')
    .select(['message_id', 'reason', 'words'])
    .where('message_id', 'in', messageIds)
    .orderBy('created_at', 'desc')
    .orderBy('person_id')
    .execute()
}

/** What was answered waits for an answer again. */
export const recallReports = (db: Db, table: 'thread' | 'reply', id: string) =>
  db
    .updateTable(table)
    .set({ reports: sql<number>`(select count(*) from report where message_id = ${id})` })
    .where('id', '=', id)
    .execute()

/** The team has looked at a message: those who reported it have had their answer. */
export const forgetReports = (db: Db, table: 'thread' | 'reply', id: string) =>
  db.updateTable(table).set({ reports: 0 }).where('id', '=', id).execute()
