import type { Kysely, Migration } from 'kysely'
import { sql } from 'kysely'

// biome-ignore lint/suspicious/noExplicitAny: migrations run before and after every schema there will ever be
type AnySchema = Kysely<any>

/** What the team works with: queues, merged threads, moderation, what was done by whom, texts and views kept. */
export const staffWork: Migration = {
  async up(db) {
    await addColumns(db)
    await createTables(db)
    await indexQueues(db)
  },
}

const columns = {
  site: [['moderation', 'text']],
  person: [
    ['banned_at', 'bigint'],
    ['trusted_at', 'bigint'],
  ],
  thread: [
    ['done_at', 'bigint'],
    ['canonical_id', 'text'],
    ['merged_into', 'text'],
    ['merged_at', 'bigint'],
    ['merged_by', 'text'],
    ['held_for', 'text'],
    ['announced', 'text'],
  ],
  reply: [['held_for', 'text']],
} as const

async function addColumns(db: AnySchema) {
  for (const [table, added] of Object.entries(columns))
    for (const [name, type] of added) await db.schema.alterTable(table).addColumn(name, type).execute()
}

async function createTables(db: AnySchema) {
  await db.schema
    .createTable('audit')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('site_id', 'text', c => c.notNull())
    .addColumn('at', 'bigint', c => c.notNull())
    .addColumn('by_id', 'text', c => c.notNull())
    .addColumn('action', 'text', c => c.notNull())
    .addColumn('target_id', 'text', c => c.notNull())
    .addColumn('facts', 'text', c => c.notNull())
    .execute()
  await db.schema.createIndex('audit_by_time').on('audit').columns(['site_id', 'at', 'id']).execute()
  await db.schema
    .createTable('saved_reply')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('site_id', 'text', c => c.notNull().references('site.id'))
    .addColumn('name', 'text', c => c.notNull())
    .addColumn('language', 'text', c => c.notNull())
    .addColumn('body', 'text', c => c.notNull())
    .addColumn('used_at', 'bigint')
    .addColumn('created_at', 'bigint', c => c.notNull())
    .addUniqueConstraint('saved_reply_name', ['site_id', 'name', 'language'])
    .execute()
  await db.schema
    .createTable('saved_view')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('site_id', 'text', c => c.notNull().references('site.id'))
    .addColumn('person_id', 'text')
    .addColumn('name', 'text', c => c.notNull())
    .addColumn('filter', 'text', c => c.notNull())
    .addColumn('created_at', 'bigint', c => c.notNull())
    .execute()
  await db.schema.createIndex('saved_view_by_site').on('saved_view').column('site_id').execute()
}

/**
 * One index per queue, with all that counting it asks for: a row of the table holds whole texts. (A status's reason may
 * be too long for an index, so those unanswered are counted by their rows.) The conditions are those of
 * `inbox-lists.ts`, word for word, or the databases do not use them.
 */
async function indexQueues(db: AnySchema) {
  for (const statement of [
    `thread_unanswered on thread (site_id, staff_reply_id, waiting_since, position, visibility)
      where waiting_since is not null and staff_reply_id is null and status_reason is null
        and done_at is null and canonical_id is null`,
    `thread_waiting on thread (site_id, waiting_since, position, visibility, done_at, canonical_id)
      where waiting_since is not null and done_at is null and canonical_id is null`,
    `thread_assigned on thread (assignee_id, activity, visibility, done_at, canonical_id)
      where assignee_id is not null and done_at is null and canonical_id is null`,
    `thread_ideas on thread (site_id, votes, position, visibility, kind, done_at, canonical_id)
      where kind = 'idea' and done_at is null and canonical_id is null`,
    `thread_held on thread (site_id, position) where visibility = 'held'`,
    `reply_held on reply (site_id, thread_id, position) where visibility = 'held'`,
    `thread_reported on thread (site_id, position) where reports > 0`,
    `reply_reported on reply (site_id, thread_id, position) where reports > 0`,
    `thread_merged on thread (canonical_id) where canonical_id is not null`,
    `thread_announced on thread (site_id, position) where announced is not null`,
    `thread_inbox on thread
      (site_id, activity, visibility, canonical_id, kind, status, assignee_id, page_id, done_at)`,
  ])
    await sql.raw(`create index ${statement}`).execute(db)
}
