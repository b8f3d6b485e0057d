import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Dialect } from '../store.ts'

// biome-ignore lint/suspicious/noExplicitAny: migrations run before and after every schema there will ever be
type AnySchema = Kysely<any>

/**
 * Words arrive folded (see search-words.ts), so both databases index plain words. `grams` holds text of scripts
 * written without spaces, for substring search; it is empty for everything else, which keeps that index small.
 */
export async function createSearch(db: AnySchema, dialect: Dialect) {
  await db.schema
    .createTable('search')
    .addColumn('message_id', 'text', c => c.primaryKey())
    .addColumn('thread_id', 'text', c => c.notNull())
    .addColumn('site_id', 'text', c => c.notNull())
    .addColumn('title', 'text', c => c.notNull())
    .addColumn('text', 'text', c => c.notNull())
    .addColumn('grams', 'text', c => c.notNull())
    .execute()
  await db.schema.createIndex('search_by_thread').on('search').columns(['thread_id']).execute()
  if (dialect === 'postgres') await indexOnPostgres(db)
  else await indexOnSqlite(db)
}

async function indexOnPostgres(db: AnySchema) {
  await sql`create extension if not exists pg_trgm`.execute(db)
  await sql`alter table search add column words tsvector generated always as (
    setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', text), 'B')) stored`.execute(
    db,
  )
  await sql`create index search_words on search using gin (words)`.execute(db)
  await sql`create index search_grams on search using gin (grams gin_trgm_ops)`.execute(db)
}

async function indexOnSqlite(db: AnySchema) {
  await sql`create virtual table search_words using fts5(
    title, text, content='search', content_rowid='rowid', tokenize='unicode61', prefix='2 3')`.execute(db)
  await sql`create virtual table search_grams using fts5(
    grams, content='search', content_rowid='rowid', tokenize='trigram')`.execute(db)
  const add = (row: string) =>
    `insert into search_words(rowid, title, text) values (${row}.rowid, ${row}.title, ${row}.text);
     insert into search_grams(rowid, grams) select ${row}.rowid, ${row}.grams where ${row}.grams <> '';`
  const drop = (row: string) =>
    `insert into search_words(search_words, rowid, title, text) values ('delete', ${row}.rowid, ${row}.title, ${row}.text);
     insert into search_grams(search_grams, rowid, grams) select 'delete', ${row}.rowid, ${row}.grams where ${row}.grams <> '';`
  await sql.raw(`create trigger search_added after insert on search begin ${add('new')} end`).execute(db)
  await sql.raw(`create trigger search_gone after delete on search begin ${drop('old')} end`).execute(db)
  await sql
    .raw(`create trigger search_changed after update on search begin ${drop('old')} ${add('new')} end`)
    .execute(db)
}
