import type { Kysely, Migration } from 'kysely'
import { sql } from 'kysely'
import type { Dialect } from '../store.ts'
import { createSearch } from './search-index.ts'

/** Everything the conversation needs, from sites to the change feed. */
export const conversation = (dialect: Dialect): Migration => ({
  async up(db) {
    await createPeople(db)
    await createThreads(db)
    await createFeed(db)
    await createSearch(db, dialect)
  },
})

// biome-ignore lint/suspicious/noExplicitAny: migrations run before and after every schema there will ever be
type AnySchema = Kysely<any>

async function createPeople(db: AnySchema) {
  await db.schema
    .createTable('site')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('brand', 'text', c => c.notNull())
    .addColumn('locale', 'text', c => c.notNull())
    .addColumn('origins', 'text', c => c.notNull())
    .addColumn('kinds', 'text', c => c.notNull())
    .addColumn('closed', 'integer', c => c.notNull().defaultTo(0))
    .addColumn('created_at', 'bigint', c => c.notNull())
    .addColumn('seq', 'bigint', c => c.notNull().defaultTo(0))
    .execute()
  await db.schema
    .createTable('account')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('email', 'text', c => c.notNull().unique())
    .addColumn('name', 'text', c => c.notNull())
    .addColumn('password_hash', 'text', c => c.notNull())
    .addColumn('created_at', 'bigint', c => c.notNull())
    .execute()
  await db.schema
    .createTable('person')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('site_id', 'text', c => c.notNull().references('site.id'))
    .addColumn('account_id', 'text', c => c.references('account.id'))
    .addColumn('role', 'text')
    .addColumn('name', 'text')
    .addColumn('created_at', 'bigint', c => c.notNull())
    .addUniqueConstraint('person_account', ['site_id', 'account_id'])
    .execute()
  await db.schema
    .createTable('device')
    .addColumn('token_hash', 'text', c => c.primaryKey())
    .addColumn('site_id', 'text', c => c.notNull())
    .addColumn('person_id', 'text', c => c.notNull().references('person.id'))
    .addColumn('created_at', 'bigint', c => c.notNull())
    .addColumn('seen_at', 'bigint', c => c.notNull())
    .execute()
  await db.schema
    .createTable('session')
    .addColumn('token_hash', 'text', c => c.primaryKey())
    .addColumn('account_id', 'text', c => c.notNull().references('account.id'))
    .addColumn('created_at', 'bigint', c => c.notNull())
    .addColumn('seen_at', 'bigint', c => c.notNull())
    .execute()
  await db.schema
    .createTable('setup_code')
    .addColumn('code_hash', 'text', c => c.primaryKey())
    .addColumn('created_at', 'bigint', c => c.notNull())
    .execute()
}

const messageColumns = [
  ['source', 'text'],
  ['tree', 'text'],
  ['excerpt', 'text'],
  ['votes', 'integer'],
  ['created_at', 'bigint'],
  ['visibility', 'text'],
  ['position', 'bigint'],
  ['seq', 'bigint'],
] as const
const optionalMessageColumns = [
  ['edited_at', 'bigint'],
  ['removed_by', 'text'],
  ['removed_reason', 'text'],
  ['removed_at', 'bigint'],
  /** What it was before, so that undoing a removal does not publish what was held. */
  ['removed_from', 'text'],
] as const

function createMessages(db: AnySchema, table: 'thread' | 'reply') {
  let builder = db.schema
    .createTable(table)
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('site_id', 'text', c => c.notNull().references('site.id'))
    .addColumn('author_id', 'text', c => c.notNull().references('person.id'))
  for (const [name, type] of messageColumns) builder = builder.addColumn(name, type, c => c.notNull())
  for (const [name, type] of optionalMessageColumns) builder = builder.addColumn(name, type)
  return builder
}

async function createThreads(db: AnySchema) {
  await db.schema
    .createTable('page')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('site_id', 'text', c => c.notNull().references('site.id'))
    .addColumn('key', 'text', c => c.notNull())
    .addColumn('url', 'text', c => c.notNull())
    .addColumn('title', 'text')
    .addUniqueConstraint('page_key', ['site_id', 'key'])
    .execute()
  await createMessages(db, 'thread')
    .addColumn('page_id', 'text', c => c.notNull().references('page.id'))
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('title', 'text', c => c.notNull())
    .addColumn('retitled', 'integer', c => c.notNull().defaultTo(0))
    .addColumn('language', 'text')
    .addColumn('status', 'text', c => c.notNull())
    .addColumn('status_reason', 'text')
    .addColumn('status_link', 'text')
    .addColumn('status_by', 'text')
    .addColumn('status_at', 'bigint')
    .addColumn('official_id', 'text')
    .addColumn('accepted_id', 'text')
    .addColumn('replies', 'integer', c => c.notNull().defaultTo(0))
    .addColumn('notes', 'integer', c => c.notNull().defaultTo(0))
    .addColumn('last_reply_id', 'text')
    .addColumn('staff_reply_id', 'text')
    .addColumn('activity', 'bigint', c => c.notNull())
    .addColumn('activity_at', 'bigint', c => c.notNull())
    .addColumn('waiting_since', 'bigint')
    .addColumn('pinned', 'integer', c => c.notNull().defaultTo(0))
    .addColumn('locked', 'integer', c => c.notNull().defaultTo(0))
    .addColumn('assignee_id', 'text')
    .addColumn('staff_seq', 'bigint', c => c.notNull().defaultTo(0))
    .execute()
  await createMessages(db, 'reply')
    .addColumn('thread_id', 'text', c => c.notNull().references('thread.id'))
    .addColumn('to_id', 'text')
    .addColumn('note', 'integer', c => c.notNull().defaultTo(0))
    .addColumn('status', 'text')
    .execute()
  for (const [name, columns] of [
    ['thread_by_activity', ['site_id', 'pinned', 'activity']],
    ['thread_by_position', ['site_id', 'position']],
    ['thread_by_votes', ['site_id', 'votes', 'position']],
    ['thread_by_page', ['site_id', 'page_id', 'activity']],
    ['thread_by_waiting', ['site_id', 'waiting_since']],
    ['thread_by_author', ['author_id', 'position']],
  ] as const)
    await db.schema
      .createIndex(name)
      .on('thread')
      .columns([...columns])
      .execute()
  await db.schema.createIndex('reply_by_thread').on('reply').columns(['thread_id', 'position']).execute()
  await db.schema.createIndex('reply_by_author').on('reply').columns(['author_id', 'position']).execute()
  await db.schema
    .createTable('vote')
    .addColumn('site_id', 'text', c => c.notNull())
    .addColumn('target_id', 'text', c => c.notNull())
    .addColumn('person_id', 'text', c => c.notNull().references('person.id'))
    .addColumn('created_at', 'bigint', c => c.notNull())
    .addPrimaryKeyConstraint('vote_once', ['target_id', 'person_id'])
    .execute()
  await db.schema.createIndex('vote_by_person').on('vote').columns(['person_id']).execute()
  await db.schema
    .createTable('revision')
    .addColumn('site_id', 'text', c => c.notNull())
    .addColumn('target_id', 'text', c => c.notNull())
    .addColumn('at', 'bigint', c => c.notNull())
    .addColumn('by_id', 'text', c => c.notNull())
    .addColumn('title', 'text')
    .addColumn('tree', 'text', c => c.notNull())
    .execute()
  await db.schema.createIndex('revision_by_target').on('revision').columns(['target_id', 'at']).execute()
  await db.schema
    .createTable('label')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('site_id', 'text', c => c.notNull())
    .addColumn('name', 'text', c => c.notNull())
    .addUniqueConstraint('label_name', ['site_id', 'name'])
    .execute()
  await db.schema
    .createTable('thread_label')
    .addColumn('site_id', 'text', c => c.notNull())
    .addColumn('thread_id', 'text', c => c.notNull().references('thread.id'))
    .addColumn('label_id', 'text', c => c.notNull().references('label.id'))
    .addPrimaryKeyConstraint('thread_label_once', ['thread_id', 'label_id'])
    .execute()
}

async function createFeed(db: AnySchema) {
  await db.schema
    .createTable('site_head')
    .addColumn('site_id', 'text', c => c.primaryKey().references('site.id'))
    .addColumn('epoch', 'text', c => c.notNull())
    .addColumn('head', 'bigint', c => c.notNull())
    .addColumn('floor', 'bigint', c => c.notNull())
    .execute()
  await db.schema
    .createTable('change')
    .addColumn('site_id', 'text', c => c.notNull())
    .addColumn('seq', 'bigint', c => c.notNull())
    .addColumn('audience', 'text', c => c.notNull())
    .addColumn('person_id', 'text')
    .addColumn('page_id', 'text')
    .addColumn('entity', 'text', c => c.notNull())
    .addColumn('entity_id', 'text', c => c.notNull())
    .addColumn('mutation_id', 'text')
    .addColumn('at', 'bigint', c => c.notNull())
    .addPrimaryKeyConstraint('change_once', ['site_id', 'seq'])
    .execute()
  await db.schema
    .createTable('mutation')
    .addColumn('site_id', 'text', c => c.notNull())
    .addColumn('actor_id', 'text', c => c.notNull())
    .addColumn('mutation_id', 'text', c => c.notNull())
    .addColumn('request_hash', 'text', c => c.notNull())
    .addColumn('result', 'text', c => c.notNull().defaultTo(sql`''`))
    .addColumn('at', 'bigint', c => c.notNull())
    .addPrimaryKeyConstraint('mutation_once', ['site_id', 'actor_id', 'mutation_id'])
    .execute()
}
