import type { RawBuilder, SqlBool } from 'kysely'
import { sql } from 'kysely'
import type { InboxFilter, InboxSort, InboxView } from '../contract/inbox.ts'
import { beyondCursor, cutPage } from './cursor.ts'
import type { ThreadRow } from './rows.ts'
import { threadsWith } from './search.ts'
import type { Db, Dialect } from './store.ts'

type Condition = RawBuilder<SqlBool>

const seen = sql<SqlBool>`visibility in ('public', 'held')`
const queued = sql<SqlBool>`done_at is null and canonical_id is null`

/** What each view holds. The indexes of migration 0008 repeat these conditions: change them together. */
const views: Record<InboxView, (siteId: string, personId: string) => Condition> = {
  // A status with a reason is a public word of the team.
  unanswered: siteId => sql`site_id = ${siteId} and waiting_since is not null and staff_reply_id is null
    and status_reason is null and ${queued} and ${seen}`,
  waiting: siteId => sql`site_id = ${siteId} and waiting_since is not null and ${queued} and ${seen}`,
  mine: (_, personId) => sql`assignee_id = ${personId} and assignee_id is not null and ${queued} and ${seen}`,
  ideas: siteId => sql`site_id = ${siteId} and kind = 'idea' and ${queued} and ${seen}`,
  flagged: siteId => sql`site_id = ${siteId} and id in (
    select id from thread where site_id = ${siteId} and visibility = 'held'
    union select thread_id from reply where site_id = ${siteId} and visibility = 'held'
    union select id from thread where site_id = ${siteId} and reports > 0 and visibility = 'public'
    union select thread_id from reply where site_id = ${siteId} and reports > 0 and visibility = 'public')`,
  all: siteId =>
    sql`site_id = ${siteId} and canonical_id is null and visibility in ('public', 'held', 'removed', 'dropped')`,
}

/** What a view holds, as a condition on `thread`. */
export const viewCondition = (view: InboxView, siteId: string, personId: string): Condition =>
  views[view](siteId, personId)

/** Stands for “does not wait” where those who wait come first: later than every instant, and short enough for a cursor. */
const NEVER = 999_999_999_999_999

interface Order {
  keys: Condition[] | RawBuilder<unknown>[]
  up: boolean
  keysOf(row: ThreadRow): number[]
}

function orderOf(sort: InboxSort, view: InboxView): Order {
  const everyoneWaits = view === 'unanswered' || view === 'waiting'
  const orders: Record<InboxSort, Order> = {
    waiting: {
      keys: [everyoneWaits ? sql`waiting_since` : sql`coalesce(waiting_since, ${NEVER})`, sql`position`],
      up: true,
      keysOf: row => [row.waiting_since ?? NEVER, row.position],
    },
    recent: { keys: [sql`activity`], up: false, keysOf: row => [row.activity] },
    newest: { keys: [sql`position`], up: false, keysOf: row => [row.position] },
    votes: { keys: [sql`votes`, sql`position`], up: false, keysOf: row => [row.votes, row.position] },
  }
  return orders[sort]
}

export interface InboxList extends Omit<InboxFilter, 'page'> {
  siteId: string
  personId: string
  view: InboxView
  sort: InboxSort
  /** Null: every page. */
  pageId: string | null
}

/** One page of a view and how many threads the whole of it has. */
export async function listInboxThreads(
  db: Db,
  dialect: Dialect,
  list: InboxList & { cursor: string | undefined; size: number },
) {
  const found = await search(db, dialect, list)
  const { keys, up, keysOf } = orderOf(list.sort, list.view)
  const rows = await db
    .selectFrom('thread')
    .selectAll()
    .where(found.matches)
    .$if(list.cursor !== undefined, query =>
      query.where(beyondCursor(keys, up ? '>' : '<', list.cursor as string)),
    )
    .$call(query => keys.reduce((ordered, key) => ordered.orderBy(key, up ? 'asc' : 'desc'), query))
    .limit(list.size + 1)
    .execute()
  return { ...cutPage(rows, list.size, keysOf), total: found.total }
}

/** Only messages with all of the words: more words find less. */
async function search(db: Db, dialect: Dialect, list: InboxList) {
  const condition = conditionOf(list)
  const words = { siteId: list.siteId, text: list.q ?? '', any: false }
  const matches =
    list.q === undefined ? condition : sql<SqlBool>`${condition} and id in (${threadsWith(dialect, words)})`
  return { matches, total: await countThreads(db, matches) }
}

function conditionOf(list: InboxList): Condition {
  const parts: Condition[] = [viewCondition(list.view, list.siteId, list.personId)]
  if (list.kind) parts.push(sql`kind = ${list.kind}`)
  if (list.status) parts.push(sql`status = ${list.status}`)
  if (list.pageId !== null) parts.push(sql`page_id = ${list.pageId}`)
  if (list.assignee === 'nobody') parts.push(sql`assignee_id is null`)
  else if (list.assignee) parts.push(sql`assignee_id = ${list.assignee}`)
  if (list.done) parts.push(list.done === 'yes' ? sql`done_at is not null` : sql`done_at is null`)
  if (list.label)
    parts.push(sql`id in (select thread_id from thread_label where label_id = ${list.label}
      and site_id = ${list.siteId})`)
  return sql`${sql.join(parts, sql` and `)}`
}

async function countThreads(db: Db, matches: Condition): Promise<number> {
  const { count } = await db
    .selectFrom('thread')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where(matches)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** How many threads each view holds, in one statement. */
export async function countViews(
  db: Db,
  siteId: string,
  personId: string,
): Promise<Record<InboxView, number>> {
  const names = Object.keys(views) as InboxView[]
  const { rows } = await sql<Record<InboxView, number>>`select ${sql.join(
    names.map(
      name =>
        sql`(select count(*) from thread where ${viewCondition(name, siteId, personId)}) as ${sql.ref(name)}`,
    ),
  )}`.execute(db)
  const counted = rows[0] as Record<InboxView, number>
  return Object.fromEntries(names.map(name => [name, Number(counted[name])])) as Record<InboxView, number>
}

/** How many threads one view holds, on one page or on all. */
export const countView = (db: Db, view: InboxView, list: Pick<InboxList, 'siteId' | 'personId' | 'pageId'>) =>
  countThreads(db, conditionOf({ ...list, view, sort: 'recent' }))
