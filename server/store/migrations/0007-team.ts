import type { Migration } from 'kysely'

/** Invitations to the team, what a session was opened with, and how far a new site has been set up. */
export const team: Migration = {
  async up(db) {
    await db.schema
      .createTable('invitation')
      .addColumn('id', 'text', c => c.primaryKey())
      .addColumn('token_hash', 'text', c => c.notNull().unique())
      .addColumn('site_id', 'text', c => c.notNull().references('site.id'))
      .addColumn('role', 'text', c => c.notNull())
      .addColumn('made_by', 'text', c => c.notNull().references('person.id'))
      .addColumn('created_at', 'bigint', c => c.notNull())
      .addColumn('expires_at', 'bigint', c => c.notNull())
      .execute()
    await db.schema
      .alterTable('session')
      .addColumn('agent', 'text', c => c.notNull().defaultTo(''))
      .execute()
    await db.schema.alterTable('site').addColumn('first_run', 'text').execute()
    await db.schema
      .alterTable('site')
      .addColumn('look', 'text', c => c.notNull().defaultTo('{}'))
      .execute()
  },
}
