import type { Kysely, Migration } from 'kysely'
import { countHeat } from '../heat.ts'
import type { Db } from '../store.ts'

/** What people leave on messages beside votes; how warm a thread is; who of the team has read it. */
export const marks: Migration = {
  async up(db) {
    for (const [table, column, type] of [
      ['thread', 'heat', 'bigint'],
      ['thread', 'reports', 'integer'],
      ['reply', 'reports', 'integer'],
      ['reply', 'staff_seq', 'bigint'],
    ] as const)
      await db.schema
        .alterTable(table)
        .addColumn(column, type, c => c.notNull().defaultTo(0))
        .execute()
    await db.schema.alterTable('thread').addColumn('seen_by', 'text').execute()
    await db.schema.alterTable('thread').addColumn('seen_at', 'bigint').execute()
    await db.schema
      .createIndex('thread_by_heat')
      .on('thread')
      .columns(['site_id', 'heat', 'position'])
      .execute()
    await createMark(db, 'report', 'message_id')
      .addColumn('reason', 'text', c => c.notNull())
      .addColumn('words', 'text', c => c.notNull())
      .execute()
    await createMark(db, 'follow', 'thread_id')
      .addColumn('following', 'integer', c => c.notNull())
      .execute()
    await createMark(db, 'mention', 'message_id').execute()
    for (const table of ['report', 'follow', 'mention'])
      await db.schema.createIndex(`${table}_by_person`).on(table).column('person_id').execute()
    await warmAll(db)
  },
}

// biome-ignore lint/suspicious/noExplicitAny: migrations run before and after every schema there will ever be
type AnySchema = Kysely<any>

const createMark = (db: AnySchema, table: string, target: string) =>
  db.schema
    .createTable(table)
    .addColumn('site_id', 'text', c => c.notNull())
    .addColumn(target, 'text', c => c.notNull())
    .addColumn('person_id', 'text', c => c.notNull().references('person.id'))
    .addColumn('created_at', 'bigint', c => c.notNull())
    .addPrimaryKeyConstraint(`${table}_once`, [target as never, 'person_id' as never])

async function warmAll(db: AnySchema) {
  const threads = await db.selectFrom('thread').select(['id', 'author_id', 'created_at']).execute()
  for (const { id, author_id, created_at } of threads) {
    const heat = await countHeat(db as unknown as Db, { id, author_id, created_at: Number(created_at) })
    await db.updateTable('thread').set({ heat }).where('id', '=', id).execute()
  }
}
