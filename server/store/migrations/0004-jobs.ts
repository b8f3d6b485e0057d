import type { Migration } from 'kysely'

/** What is done beside the conversation: leases of those who do it, side effects that wait, and how old things are. */
export const jobs: Migration = {
  async up(db) {
    await db.schema
      .createTable('lease')
      .addColumn('name', 'text', c => c.primaryKey())
      .addColumn('holder', 'text', c => c.notNull())
      .addColumn('until', 'bigint', c => c.notNull())
      .execute()
    await db.schema
      .createTable('outbox')
      .addColumn('id', 'text', c => c.primaryKey())
      .addColumn('site_id', 'text', c => c.references('site.id'))
      .addColumn('kind', 'text', c => c.notNull())
      .addColumn('payload', 'text', c => c.notNull())
      .addColumn('created_at', 'bigint', c => c.notNull())
      .addColumn('due_at', 'bigint')
      .addColumn('tries', 'integer', c => c.notNull().defaultTo(0))
      .addColumn('last_error', 'text')
      .execute()
    await db.schema.createIndex('outbox_by_due').on('outbox').columns(['due_at']).execute()
    await db.schema.createIndex('mutation_by_age').on('mutation').columns(['at']).execute()
  },
}
