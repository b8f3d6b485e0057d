import type { Migration } from 'kysely'

/** Customers whom the brand vouches for, and what it signs their tokens with. */
export const customers: Migration = {
  async up(db) {
    for (const column of ['sub', 'email', 'token_name', 'claimed_by'])
      await db.schema.alterTable('person').addColumn(column, 'text').execute()
    await db.schema.createIndex('person_by_sub').unique().on('person').columns(['site_id', 'sub']).execute()
    await db.schema
      .alterTable('site')
      .addColumn('verified_only', 'integer', c => c.notNull().defaultTo(0))
      .execute()
    await db.schema
      .createTable('site_secret')
      .addColumn('id', 'text', c => c.primaryKey())
      .addColumn('site_id', 'text', c => c.notNull().references('site.id'))
      .addColumn('secret', 'text', c => c.notNull())
      .addColumn('created_at', 'bigint', c => c.notNull())
      .addColumn('ends_at', 'bigint')
      .execute()
    await db.schema
      .createTable('used_token')
      .addColumn('site_id', 'text', c => c.notNull())
      .addColumn('jti', 'text', c => c.notNull())
      .addColumn('expires_at', 'bigint', c => c.notNull())
      .addColumn('sub', 'text', c => c.notNull())
      .addColumn('person_id', 'text', c => c.notNull())
      .addPrimaryKeyConstraint('token_once', ['site_id', 'jti'])
      .execute()
  },
}
