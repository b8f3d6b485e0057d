import { sql } from 'kysely'
import type { ThreadRow } from './rows.ts'
import { foldWords, isUnspaced } from './search-words.ts'
import { similarTokens } from './similar-words.ts'
import type { Db, Dialect } from './store.ts'
import { threadsByIds } from './threads.ts'

/** Characters of a text that are compared: what matters is said at the beginning. */
const COMPARED = 1_000
/** Threads of the first stage that the second looks at closely. */
const CANDIDATES = 50
/** Tokens asked for. The longest say the most: short ones are in every sentence of a language. */
const ASKED = 12

/** (Re)indexes a thread's root message for being found as similar. `language`: BCP 47. */
export async function indexSimilar(
  db: Db,
  thread: { siteId: string; threadId: string; title: string; text: string; language: string },
): Promise<void> {
  const tokens = (text: string) => similarTokens(text.slice(0, COMPARED), thread.language).join(' ')
  const facts = { title: tokens(thread.title), text: tokens(thread.text) }
  await db
    .insertInto('likeness')
    .values({
      thread_id: thread.threadId,
      site_id: thread.siteId,
      site_word: siteWord(thread.siteId),
      ...facts,
    })
    .onConflict(conflict => conflict.column('thread_id').doUpdateSet(facts))
    .execute()
}

/** An id as one word, which an index of words can be asked for. */
const siteWord = (siteId: string): string => `s${Buffer.from(siteId).toString('hex')}`

/**
 * The first of two stages: public threads that share any word with the text, those that share the most and rarest
 * first. The last word may still be unfinished. Never asks for all words of a sentence.
 */
export async function similarCandidates(
  db: Db,
  dialect: Dialect,
  ask: { siteId: string; text: string; language: string },
): Promise<ThreadRow[]> {
  const asked = askedTokens(ask.text, ask.language)
  if (asked.length === 0) return []
  const { rows } = await (dialect === 'postgres'
    ? onPostgres(asked, ask.siteId)
    : onSqlite(asked, ask.siteId)
  ).execute(db)
  const found = new Map(
    (
      await threadsByIds(
        db,
        ask.siteId,
        rows.map(row => row.id),
      )
    ).map(row => [row.id, row]),
  )
  return rows.flatMap(row => found.get(row.id) ?? [])
}

/** Shorter words are in every sentence of a language: asking for them would look at every thread there is. */
const TELLING = 4
/** An unfinished word of fewer letters could become almost any. */
const BEGINNING = 3

/** Letters and digits only (see {@link foldWords}), so neither database's operators can be abused. */
function askedTokens(text: string, language: string): { token: string; isBeginning: boolean }[] {
  const all = [...new Set(similarTokens(text, language))]
  const telling = all.filter(token => token.length >= TELLING || isUnspaced(token))
  const tokens = (telling.length > 0 ? telling : all).sort((a, b) => b.length - a.length).slice(0, ASKED)
  const asked = tokens.map(token => ({ token, isBeginning: false }))
  const last = foldWords(text).split(' ').at(-1) ?? ''
  const isUnfinished = /[\p{L}\p{N}\p{M}]$/u.test(text) && last.length >= BEGINNING && !isUnspaced(last)
  return isUnfinished ? [...asked, { token: last, isBeginning: true }] : asked
}

type Asked = ReturnType<typeof askedTokens>

const onPostgres = (asked: Asked, siteId: string) => {
  const query = asked.map(({ token, isBeginning }) => (isBeginning ? `${token}:*` : token)).join(' | ')
  return sql<{ id: string }>`
    select t.id from likeness s join thread t on t.id = s.thread_id, to_tsquery('simple', ${query}) q
    where s.site_id = ${siteId} and s.words @@ q and t.visibility = 'public'
      and t.canonical_id is null
    order by ts_rank(s.words, q) desc, t.position desc limit ${CANDIDATES}`
}

const onSqlite = (asked: Asked, siteId: string) => {
  const any = asked.map(({ token, isBeginning }) => `"${token}"${isBeginning ? '*' : ''}`).join(' OR ')
  const query = `site_word : ${siteWord(siteId)} AND {title text} : (${any})`
  return sql<{ id: string }>`
    select t.id from likeness_words join likeness s on s.rowid = likeness_words.rowid join thread t on t.id = s.thread_id
    where likeness_words match ${query} and t.visibility = 'public'
      and t.canonical_id is null
    order by bm25(likeness_words, 0, 4, 1), t.position desc limit ${CANDIDATES}`
}
