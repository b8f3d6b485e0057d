import type { Migration } from 'kysely'
import type { Dialect } from '../store.ts'

/** Images of messages: who uploaded what, the bytes once per site, and which of them a message shows. */
export const images = (dialect: Dialect): Migration => ({
  async up(db) {
    await db.schema
      .createTable('image_bytes')
      .addColumn('site_id', 'text', c => c.notNull().references('site.id'))
      .addColumn('hash', 'text', c => c.notNull())
      .addColumn('size', 'integer', c => c.notNull())
      .addColumn('used_at', 'bigint', c => c.notNull())
      .addColumn('data', dialect === 'postgres' ? 'bytea' : 'blob', c => c.notNull())
      .addPrimaryKeyConstraint('image_bytes_key', ['site_id', 'hash'])
      .execute()
    await db.schema
      .createTable('image')
      .addColumn('id', 'text', c => c.primaryKey())
      .addColumn('site_id', 'text', c => c.notNull().references('site.id'))
      .addColumn('person_id', 'text', c => c.notNull().references('person.id'))
      .addColumn('hash', 'text', c => c.notNull())
      .addColumn('type', 'text', c => c.notNull())
      .addColumn('width', 'integer', c => c.notNull())
      .addColumn('height', 'integer', c => c.notNull())
      .addColumn('size', 'integer', c => c.notNull())
      .addColumn('created_at', 'bigint', c => c.notNull())
      .addColumn('message_id', 'text')
      .execute()
    // What a site's pictures weigh is asked at every upload, and must not touch the pictures.
    await db.schema
      .createIndex('image_bytes_by_size')
      .on('image_bytes')
      .columns(['site_id', 'size'])
      .execute()
    await db.schema.createIndex('image_bytes_by_age').on('image_bytes').columns(['used_at']).execute()
    await db.schema.createIndex('image_by_bytes').on('image').columns(['site_id', 'hash']).execute()
    await db.schema.createIndex('image_by_person').on('image').columns(['person_id', 'created_at']).execute()
    await db.schema
      .createIndex('image_by_message')
      .on('image')
      .columns(['message_id', 'created_at'])
      .execute()
    for (const table of ['thread', 'reply'])
      await db.schema.alterTable(table).addColumn('images', 'text').execute()
  },
})
