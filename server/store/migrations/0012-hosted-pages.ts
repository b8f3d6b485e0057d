import type { Migration } from 'kysely'

/** Whether a site's conversations have pages of their own. */
export const hostedPages: Migration = {
  async up(db) {
    await db.schema
      .alterTable('site')
      .addColumn('hosted', 'text', c => c.notNull().defaultTo('indexed'))
      .execute()
  },
}
