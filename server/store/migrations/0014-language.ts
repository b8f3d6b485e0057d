import type { Migration } from 'kysely'

/** What replies are written in; threads have said so from the beginning. */
export const language: Migration = {
  async up(db) {
    await db.schema.alterTable('reply').addColumn('language', 'text').execute()
  },
}
