import type { Kysely, Migration } from 'kysely'
import { sql } from 'kysely'
import { indexSimilar } from '../similar.ts'
import type { Db, Dialect } from '../store.ts'

const BATCH = 500

/** An index of threads by their likeness; those there already are entered. */
export const similar = (dialect: Dialect): Migration => ({
  async up(db) {
    await db.schema
      .createTable('likeness')
      .addColumn('thread_id', 'text', c => c.primaryKey())
      .addColumn('site_id', 'text', c => c.notNull())
      .addColumn('site_word', 'text', c => c.notNull())
      .addColumn('title', 'text', c => c.notNull())
      .addColumn('text', 'text', c => c.notNull())
      .execute()
    await (dialect === 'postgres' ? indexOnPostgres(db) : indexOnSqlite(db))
    await enterAll(db)
  },
})

// biome-ignore lint/suspicious/noExplicitAny: migrations run before and after every schema there will ever be
type AnySchema = Kysely<any>

async function indexOnPostgres(db: AnySchema) {
  await sql`alter table likeness add column words tsvector generated always as (
    setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', text), 'C')) stored`.execute(
    db,
  )
  await sql`create index likeness_words on likeness using gin (words)`.execute(db)
  await db.schema.createIndex('likeness_by_site').on('likeness').column('site_id').execute()
}

async function indexOnSqlite(db: AnySchema) {
  await sql`create virtual table likeness_words using fts5(
    site_word, title, text, content='likeness', content_rowid='rowid', tokenize='unicode61', prefix='2 3')`.execute(
    db,
  )
  const values = (row: string) => `${row}.rowid, ${row}.site_word, ${row}.title, ${row}.text`
  const add = `insert into likeness_words(rowid, site_word, title, text) values (${values('new')});`
  const drop = `insert into likeness_words(likeness_words, rowid, site_word, title, text)
    values ('delete', ${values('old')});`
  await sql.raw(`create trigger likeness_added after insert on likeness begin ${add} end`).execute(db)
  await sql.raw(`create trigger likeness_gone after delete on likeness begin ${drop} end`).execute(db)
  await sql
    .raw(`create trigger likeness_changed after update on likeness begin ${drop} ${add} end`)
    .execute(db)
}

async function enterAll(db: AnySchema) {
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('thread')
      .innerJoin('site', 'site.id', 'thread.site_id')
      .select([
        'thread.id',
        'thread.site_id',
        'thread.title',
        'thread.source',
        'thread.language',
        'site.locale',
      ])
      .where('thread.id', '>', after)
      .orderBy('thread.id')
      .limit(BATCH)
      .execute()
    for (const { id, site_id, title, source, language, locale } of rows)
      await indexSimilar(db as unknown as Db, {
        ...{ siteId: site_id, threadId: id, title, text: source, language: language ?? locale },
      })
    if (rows.length < BATCH) return
    after = rows.at(-1)?.id
  }
}
