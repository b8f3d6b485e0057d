import type { Migration } from 'kysely'

/** Where people may be written to, what they are told of, the links of letters, and how many letters went where. */
export const mail: Migration = {
  async up(db) {
    await db.schema
      .createTable('address')
      .addColumn('person_id', 'text', c => c.primaryKey().references('person.id'))
      .addColumn('site_id', 'text', c => c.notNull().references('site.id'))
      .addColumn('address', 'text', c => c.notNull())
      .addColumn('language', 'text', c => c.notNull())
      .addColumn('created_at', 'bigint', c => c.notNull())
      .addColumn('confirmed_at', 'bigint')
      .addColumn('bounced_at', 'bigint')
      .execute()
    await db.schema
      .createTable('mail_link')
      .addColumn('hash', 'text', c => c.primaryKey())
      .addColumn('site_id', 'text', c => c.notNull().references('site.id'))
      .addColumn('person_id', 'text', c => c.notNull().references('person.id'))
      .addColumn('purpose', 'text', c => c.notNull())
      .addColumn('thread_id', 'text')
      .addColumn('language', 'text', c => c.notNull())
      .addColumn('expires_at', 'bigint', c => c.notNull())
      .execute()
    await db.schema
      .createTable('mail_sent')
      .addColumn('id', 'text', c => c.primaryKey())
      .addColumn('receiver', 'text', c => c.notNull())
      .addColumn('at', 'bigint', c => c.notNull())
      .execute()
    await db.schema
      .createTable('news')
      .addColumn('message_id', 'text', c => c.primaryKey())
      .addColumn('site_id', 'text', c => c.notNull().references('site.id'))
      .addColumn('thread_id', 'text', c => c.notNull())
      .addColumn('batch', 'text', c => c.notNull())
      .addColumn('told_to', 'text', c => c.notNull().defaultTo(''))
      .addColumn('told_at', 'bigint')
      .execute()
    await db.schema.alterTable('reply').addColumn('tell_at', 'bigint').execute()
    // Few replies wait at any time, and each of the others costs nothing here.
    await db.schema
      .createIndex('reply_to_tell')
      .on('reply')
      .columns(['tell_at'])
      .where('tell_at', 'is not', null)
      .execute()
    await db.schema.createIndex('address_by_site').on('address').columns(['site_id', 'person_id']).execute()
    await db.schema.createIndex('mail_link_by_person').on('mail_link').columns(['person_id']).execute()
    await db.schema.createIndex('mail_link_by_end').on('mail_link').columns(['expires_at']).execute()
    await db.schema.createIndex('mail_sent_to').on('mail_sent').columns(['receiver', 'at']).execute()
    await db.schema.createIndex('mail_sent_by_age').on('mail_sent').columns(['at']).execute()
    await db.schema.createIndex('news_of_batch').on('news').columns(['batch']).execute()
    await db.schema.createIndex('news_by_age').on('news').columns(['told_at']).execute()
  },
}
