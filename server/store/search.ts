import type { RawBuilder, SqlBool } from 'kysely'
import { sql } from 'kysely'
import type { StatusFilter } from '../contract/reads.ts'
import type { Kind } from '../contract/site.ts'
import { decodeCursor, encodeCursor } from './cursor.ts'
import { foldWords, gramsOf, searchTerms } from './search-words.ts'
import { indexSimilar } from './similar.ts'
import type { Db, Dialect } from './store.ts'

/** (Re)indexes a root message, for search and for being found as similar. `language`: BCP 47. */
export async function indexRoot(
  db: Db,
  root: { siteId: string; threadId: string; title: string; text: string; language: string },
): Promise<void> {
  await indexMessage(db, { ...root, messageId: root.threadId })
  await indexSimilar(db, root)
}

/** (Re)indexes one message. `title` only for root messages. */
export async function indexMessage(
  db: Db,
  message: { siteId: string; threadId: string; messageId: string; title: string; text: string },
): Promise<void> {
  const [title, text] = [foldWords(message.title), foldWords(message.text)]
  const facts = { title, text, grams: gramsOf(`${title} ${text}`) }
  await db
    .insertInto('search')
    .values({ message_id: message.messageId, thread_id: message.threadId, site_id: message.siteId, ...facts })
    .onConflict(conflict => conflict.column('message_id').doUpdateSet(facts))
    .execute()
}

export interface Search {
  siteId: string
  text: string
  pageId: string | null
  kind: Kind | undefined
  status?: StatusFilter | undefined
  /** A label's id. */
  label?: string | undefined
  cursor?: string | undefined
  /** Staff also find notes and what is held. */
  forStaff: boolean
  size: number
}

/**
 * Ids of the threads that match, best first, and how many there are on all pages. Every term has to occur somewhere in
 * a message; when no message has them all, any will do, also on the pages after the first.
 * @throws AppError `invalid` for a cursor that is not ours
 */
export async function searchThreadIds(db: Db, dialect: Dialect, search: Search) {
  const { words, grams } = searchTerms(search.text)
  const terms = [...words.map(wordMatch(dialect)), ...grams.map(gramMatch(dialect))]
  const [from = 0, any = 0] = search.cursor === undefined ? [] : decodeCursor(search.cursor, 2)
  if (terms.length === 0) return { ids: [], total: 0, next: null }
  const page = async (any: number) => {
    const matches = sql.join(terms, any ? sql` or ` : sql` and `)
    const found = await find(db, search, from, matches, rank(dialect, words))
    const end = from + found.ids.length
    return { ...found, next: end < found.total ? encodeCursor([end, any]) : null }
  }
  if (any) return page(1)
  const all = await page(0)
  return all.total > 0 || terms.length === 1 || from > 0 ? all : page(1)
}

/** Ids of the threads that have a message with the words, for staff. To be put into another statement. */
export function threadsWith(
  dialect: Dialect,
  { siteId, text, any }: { siteId: string; text: string; any: boolean },
): RawBuilder<unknown> {
  const { words, grams } = searchTerms(text)
  const terms = [...words.map(wordMatch(dialect)), ...grams.map(gramMatch(dialect))]
  const matches = terms.length === 0 ? sql`1 = 0` : sql.join(terms, any ? sql` or ` : sql` and `)
  return sql`select s.thread_id from search s left join reply r on r.id = s.message_id
    where s.site_id = ${siteId} and (${matches}) and (r.id is null or r.visibility in ('public', 'held'))`
}

async function find(
  db: Db,
  search: Search,
  from: number,
  matches: RawBuilder<unknown>,
  best: RawBuilder<number>,
) {
  const { rows } = await sql<{ id: string; total: number }>`
    select t.id, count(*) over () as total
    from search s
    join thread t on t.id = s.thread_id
    left join reply r on r.id = s.message_id
    where s.site_id = ${search.siteId} and (${matches}) and ${mayRead(search.forStaff)}
      ${search.pageId === null ? sql`` : sql`and t.page_id = ${search.pageId}`}
      ${search.kind === undefined ? sql`` : sql`and t.kind = ${search.kind}`}
      ${stands(search.status)}
      ${search.label === undefined ? sql`` : sql`and t.id in (select thread_id from thread_label where label_id = ${search.label})`}
    group by t.id, t.activity
    order by max(${best}) desc, t.activity desc
    limit ${search.size} offset ${from}`.execute(db)
  return { ids: rows.map(row => row.id), total: Number(rows[0]?.total ?? 0) }
}

const stands = (status: StatusFilter | undefined) => {
  if (status === undefined) return sql``
  if (status === 'answered') return sql`and (t.official_id is not null or t.accepted_id is not null)`
  return sql`and t.status = ${status}`
}

const mayRead = (forStaff: boolean): RawBuilder<SqlBool> =>
  forStaff
    ? sql`t.visibility in ('public', 'held') and (r.id is null or r.visibility in ('public', 'held'))`
    : sql`t.visibility = 'public' and t.canonical_id is null and (r.id is null or (r.visibility = 'public' and r.note = 0))`

/** Terms hold letters and digits only (see {@link foldWords}), so the prefix operators cannot be abused. */
const wordMatch =
  (dialect: Dialect) =>
  (word: string): RawBuilder<SqlBool> =>
    dialect === 'postgres'
      ? sql`s.words @@ to_tsquery('simple', ${`${word}:*`})`
      : sql`s.rowid in (select rowid from search_words where search_words match ${`"${word}"*`})`

const gramMatch =
  (dialect: Dialect) =>
  (gram: string): RawBuilder<SqlBool> =>
    dialect === 'postgres'
      ? sql`s.grams like ${`%${gram}%`}`
      : sql`s.rowid in (select rowid from search_grams where grams like ${`%${gram}%`})`

/** Words in the title weigh most; a message that begins with a term beats one that mentions it. */
function rank(dialect: Dialect, words: string[]): RawBuilder<number> {
  if (words.length === 0) return sql`0`
  if (dialect === 'postgres')
    return sql`ts_rank_cd(s.words, to_tsquery('simple', ${words.map(word => `${word}:*`).join(' | ')}))`
  const hits = words.map(
    word => sql`(case when ' ' || s.title like ${`% ${word}%`} then 4 else 0 end
      + case when ' ' || s.text like ${`% ${word}%`} then 1 else 0 end)`,
  )
  return sql`(${sql.join(hits, sql` + `)})`
}
