import type { Migration } from 'kysely'

/** A site's time zone, office hours and reply target; and on which pages its tag has been seen. */
export const siteSettings: Migration = {
  async up(db) {
    await db.schema
      .alterTable('site')
      .addColumn('time_zone', 'text', c => c.notNull().defaultTo('UTC'))
      .execute()
    await db.schema
      .alterTable('site')
      .addColumn('office_hours', 'text', c => c.notNull().defaultTo('[]'))
      .execute()
    await db.schema
      .alterTable('site')
      .addColumn('target_minutes', 'integer', c => c.notNull().defaultTo(24 * 60))
      .execute()
    await db.schema
      .createTable('sight')
      .addColumn('site_id', 'text', c => c.notNull().references('site.id'))
      .addColumn('origin', 'text', c => c.notNull())
      .addColumn('first_at', 'bigint', c => c.notNull())
      .addColumn('last_at', 'bigint', c => c.notNull())
      .addPrimaryKeyConstraint('sight_once', ['site_id', 'origin'])
      .execute()
  },
}
