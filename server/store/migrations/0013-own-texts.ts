import type { Migration } from 'kysely'

/** Where a brand's policy and terms are, and what the widget says on its site in words of its own. */
export const ownTexts: Migration = {
  async up(db) {
    await db.schema.alterTable('site').addColumn('privacy_url', 'text').execute()
    await db.schema.alterTable('site').addColumn('terms_url', 'text').execute()
    // Beside the site, whose row every request reads: the texts themselves are read by those who show them.
    await db.schema
      .alterTable('site')
      .addColumn('texts', 'text', c => c.notNull().defaultTo('[]'))
      .execute()
    await db.schema
      .createTable('own_texts')
      .addColumn('site_id', 'text', c => c.notNull().references('site.id'))
      .addColumn('locale', 'text', c => c.notNull())
      .addColumn('texts', 'text', c => c.notNull())
      .addPrimaryKeyConstraint('own_texts_once', ['site_id', 'locale'])
      .execute()
  },
}
