import type { Migration } from 'kysely'

/** Short leaves for the team to answer on a brand's page. */
export const passes: Migration = {
  async up(db) {
    await db.schema
      .createTable('pass')
      .addColumn('hash', 'text', c => c.primaryKey())
      .addColumn('session_hash', 'text', c => c.notNull())
      .addColumn('site_id', 'text', c => c.notNull().references('site.id'))
      .addColumn('person_id', 'text', c => c.notNull().references('person.id'))
      .addColumn('role', 'text', c => c.notNull())
      .addColumn('origin', 'text', c => c.notNull())
      .addColumn('state_hash', 'text')
      .addColumn('created_at', 'bigint', c => c.notNull())
      .addColumn('expires_at', 'bigint', c => c.notNull())
      .execute()
    await db.schema.createIndex('pass_by_session').on('pass').column('session_hash').execute()
  },
}
