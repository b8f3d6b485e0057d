import type { ReplyView } from '../../contract/reply.ts'
import type { Tree } from '../../contract/text.ts'
import type { ThreadView } from '../../contract/thread.ts'
import { AppError } from '../../lib/app-error.ts'
import { listRepliesFrom, repliesByIds } from '../../store/replies.ts'
import type { ReplyRow, SiteRow, ThreadRow } from '../../store/rows.ts'
import { findSite } from '../../store/sites.ts'
import type { Db, Store } from '../../store/store.ts'
import type { PublicList } from '../../store/thread-lists.ts'
import { countPublicThreads, listPublicThreads, publicPlaces } from '../../store/thread-lists.ts'
import { findThread } from '../../store/threads.ts'
import type { HostedSite } from '../hosted-view.ts'
import { hostedSiteView } from '../hosted-view.ts'
import type { Loader } from '../loader.ts'
import { createLoader } from '../loader.ts'
import { gatherReplies, gatherThreads } from '../records.ts'
import { bodyView, replyView, threadView } from '../views.ts'

/** Whoever looks at a hosted page is nobody in particular. */
const EVERYBODY = { kind: 'public' } as const

const THREADS_SIZE = 20
const REPLIES_SIZE = 50
/** Conversations that the newsfeed holds. */
const NEWS_SIZE = 30
/** Addresses of one part of a site's map. */
export const MAP_SIZE = 5_000

export interface HostedList {
  site: HostedSite
  threads: ThreadView[]
  next: string | null
}

export interface HostedThread {
  site: HostedSite
  thread: ThreadView
  body: Tree
  /** The official and the chosen one. On the first page only. */
  answers: ReplyView[]
  /** In the order they were written in. */
  replies: ReplyView[]
  next: string | null
}

/** Addresses of conversations, or how many parts the map has where they are too many for one. */
export interface HostedMap {
  site: HostedSite
  places: { id: string; at: number }[]
  parts: number
}

/** @throws AppError `site_unknown`, `not_found` where the site has no hosted pages */
async function openSite(db: Db, id: string): Promise<{ row: SiteRow; site: HostedSite }> {
  const row = await findSite(db, id)
  if (!row) throw new AppError('site_unknown')
  const site = hostedSiteView(row)
  if (!site) throw new AppError('not_found')
  return { row, site }
}

/** The site, for what is said where there is nothing else to show. Null: it has no hosted pages. */
export const hostedSite = (store: Store, id: string): Promise<HostedSite | null> =>
  store.read(async db => {
    const row = await findSite(db, id)
    return row ? hostedSiteView(row) : null
  })

type Which = Pick<PublicList, 'sort' | 'cursor' | 'size'>

const listed = (store: Store, siteId: string, which: Which): Promise<HostedList> =>
  store.read(async db => {
    const { row, site } = await openSite(db, siteId)
    const all = { siteId, pageId: null, kind: undefined }
    const { rows, next } = await listPublicThreads(db, { ...all, ...which })
    const records = await gatherThreads(createLoader(db, siteId), row, rows)
    return { site, threads: records.flatMap(record => threadView(record, EVERYBODY) ?? []), next }
  })

/** By recent activity. @throws AppError `invalid` for a cursor that is not ours */
export const hostedList = (store: Store, siteId: string, cursor: string | undefined) =>
  listed(store, siteId, { sort: 'recent', cursor, size: THREADS_SIZE })

/** The newest conversations. */
export const hostedNews = (store: Store, siteId: string) =>
  listed(store, siteId, { sort: 'newest', cursor: undefined, size: NEWS_SIZE })

/** A thread from its beginning, or from where an earlier page ended. @throws AppError `not_found` */
export const hostedThread = (
  store: Store,
  siteId: string,
  { id, after }: { id: string; after: number },
): Promise<HostedThread> =>
  store.read(async db => {
    const { row: siteRow, site } = await openSite(db, siteId)
    const row = await findThread(db, siteId, id)
    if (!row) throw new AppError('not_found')
    const load = createLoader(db, siteId)
    const [record] = await gatherThreads(load, siteRow, [row])
    const thread = record && threadView(record, EVERYBODY)
    const body = bodyView(row, EVERYBODY)
    if (!thread || !body) throw new AppError('not_found')
    // Of a conversation that is gone, or that is read elsewhere, nothing more is told.
    if (thread.visibility === 'removed' || thread.merged)
      return { site, thread, body: [], answers: [], replies: [], next: null }
    const { rows, more } = await listRepliesFrom(db, { threadId: id, after, size: REPLIES_SIZE })
    const marked = after === 0 ? await markedReplies(db, row, rows) : []
    const views = await drawReplies(load, siteRow, row, [...marked, ...rows])
    const shown = new Set(rows.map(reply => reply.id))
    return {
      ...{ site, thread, body: body.body },
      answers: after === 0 ? views.filter(isAnswer) : [],
      replies: views.filter(reply => shown.has(reply.id)),
      next: more ? String(rows.at(-1)?.position) : null,
    }
  })

const isAnswer = ({ official, accepted, visibility }: ReplyView) =>
  (official || accepted) && visibility === 'public'

/** Those answers that are not on the page anyway. */
function markedReplies(db: Db, thread: ThreadRow, rows: ReplyRow[]): Promise<ReplyRow[]> {
  const here = new Set(rows.map(row => row.id))
  const marked = [thread.accepted_id, thread.official_id].filter(id => id !== null)
  return repliesByIds(
    db,
    thread.site_id,
    [...new Set(marked)].filter(id => !here.has(id)),
  )
}

async function drawReplies(load: Loader, site: SiteRow, thread: ThreadRow, rows: ReplyRow[]) {
  const records = await gatherReplies(load, site, rows, new Map([[thread.id, thread]]))
  return records.flatMap(record => replyView(record, EVERYBODY) ?? [])
}

/** One part of the site's map, counted from 1; without a number the whole of it, where it fits. */
export const hostedMap = (store: Store, siteId: string, part: number | null): Promise<HostedMap> =>
  store.read(async db => {
    const { site } = await openSite(db, siteId)
    // A site that is not to be found has no map to be found by.
    if (!site.indexed) throw new AppError('not_found')
    const all = { siteId, pageId: null, kind: undefined, sort: 'newest' } as const
    const parts = Math.max(1, Math.ceil((await countPublicThreads(db, all)) / MAP_SIZE))
    if (part !== null && part > parts) throw new AppError('not_found')
    if (part === null && parts > 1) return { site, places: [], parts }
    const rows = await publicPlaces(db, siteId, { skip: ((part ?? 1) - 1) * MAP_SIZE, size: MAP_SIZE })
    const places = rows.map(row => ({ id: row.id, at: Math.max(row.activity_at, row.edited_at ?? 0) }))
    return { site, places, parts }
  })
