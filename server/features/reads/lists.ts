import { ANNOUNCED_MAX, PAGE_SIZE, PROTOCOL } from '../../contract/limits.ts'
import type {
  Counts,
  ListQuery,
  SearchQuery,
  SearchResult,
  Snapshot,
  ThreadList,
} from '../../contract/reads.ts'
import type { Head } from '../../store/feed.ts'
import { readHead, readHeadAndNews } from '../../store/feed.ts'
import { findPage } from '../../store/pages.ts'
import { staffOf } from '../../store/people.ts'
import type { SiteRow, ThreadRow } from '../../store/rows.ts'
import { searchThreadIds } from '../../store/search.ts'
import { findSite } from '../../store/sites.ts'
import type { Db, Store } from '../../store/store.ts'
import { announcedThreads, countPublicThreads, listPublicThreads } from '../../store/thread-lists.ts'
import { countKinds, threadsByIds } from '../../store/threads.ts'
import { createLoader } from '../loader.ts'
import { gatherThreads } from '../records.ts'
import type { Audience, Viewer } from '../viewer.ts'
import { audienceOf } from '../viewer.ts'
import { siteView, threadView } from '../views.ts'

/** Where the feed stands in the same database snapshot as the rows read with it. */
export async function asOf(db: Db, siteId: string): Promise<{ epoch: string; asOf: number }> {
  const { epoch, head } = (await readHead(db, siteId)) as Head
  return { epoch, asOf: head }
}

export async function drawThreads(db: Db, site: SiteRow, rows: ThreadRow[], audience: Audience) {
  const records = await gatherThreads(createLoader(db, site.id), site, rows)
  return records.flatMap(record => threadView(record, audience) ?? [])
}

const EVERYBODY: Audience = { kind: 'public' }

/** The id of the page named, null when the whole site is meant, undefined when nobody ever wrote there. */
export async function pageScope(
  db: Db,
  siteId: string,
  key: string | undefined,
): Promise<string | null | undefined> {
  return key === undefined ? null : (await findPage(db, siteId, key))?.id
}

type List = ListQuery

async function readList(db: Db, site: SiteRow, query: List, audience: Audience) {
  const pageId = await pageScope(db, site.id, query.page)
  if (pageId === undefined) return { pageId, threads: [], next: null }
  const { cursor, size = PAGE_SIZE } = query
  const { rows, next } = await listPublicThreads(db, { ...chosenBy(site, query, pageId), cursor, size })
  return { pageId, threads: await drawThreads(db, site, rows, audience), next }
}

const chosenBy = (site: SiteRow, { kind, status, label, sort }: List, pageId: string | null) => ({
  siteId: site.id,
  ...{ pageId, kind, status, label, sort },
})

/** How many a list holds, where the counts of all kinds do not say it. */
async function readTotal(db: Db, site: SiteRow, query: List, pageId: string | null | undefined) {
  if (!query.status && !query.label && query.sort !== 'unanswered') return {}
  return {
    total: pageId === undefined ? 0 : await countPublicThreads(db, chosenBy(site, query, pageId)),
  }
}

/**
 * The widget's first answer. The same for everybody, so that it can be cached; for the team with what only they see of
 * the same threads.
 */
export const snapshot = (
  store: Store,
  site: SiteRow,
  query: Omit<List, 'cursor'>,
  audience: Audience = EVERYBODY,
): Promise<Omit<Snapshot, 'offers'>> =>
  store.read(async db => {
    const { pageId, ...list } = await readList(db, site, query, audience)
    const fresh = (await findSite(db, site.id)) ?? site
    const { epoch, head, announced } = await readHeadAndNews(db, site.id)
    return {
      protocol: PROTOCOL,
      epoch,
      asOf: head,
      site: siteView(fresh, await staffOf(db, site.id)),
      counts: {
        ...(await readCounts(db, site.id, pageId)),
        ...(await readTotal(db, site, query, pageId)),
      },
      ...list,
      ...(announced && (await readAnnounced(db, site, query, pageId, audience))),
    }
  })

/** What the team asks on a page, wherever else it was started. Who looks for something of their own is not asked. */
async function readAnnounced(
  db: Db,
  site: SiteRow,
  { page, sort, kind, status, label }: Omit<List, 'cursor'>,
  pageId: string | null | undefined,
  audience: Audience,
) {
  if (page === undefined || sort !== 'recent' || kind || status || label) return {}
  const rows = (await announcedThreads(db, site.id)).filter(row => {
    const pages: string[] = JSON.parse(row.announced ?? '[]')
    return row.page_id !== pageId && (pages.length === 0 || pages.includes(page))
  })
  if (rows.length === 0) return {}
  return { announced: await drawThreads(db, site, rows.slice(0, ANNOUNCED_MAX), audience) }
}

export const threadList = (
  store: Store,
  site: SiteRow,
  query: List,
  audience: Audience = EVERYBODY,
): Promise<ThreadList> =>
  store.read(async db => {
    const { threads, next } = await readList(db, site, query, audience)
    return { ...(await asOf(db, site.id)), threads, next }
  })

async function readCounts(db: Db, siteId: string, pageId: string | null | undefined): Promise<Counts> {
  const kinds = pageId === undefined ? new Map() : await countKinds(db, siteId, pageId)
  const of = (kind: string) => kinds.get(kind) ?? 0
  const counts = {
    question: of('question'),
    idea: of('idea'),
    problem: of('problem'),
    praise: of('praise'),
  }
  return { all: counts.question + counts.idea + counts.problem + counts.praise, ...counts }
}

/** Threads whose messages contain the words, as far as the viewer may read them. Best match first. */
export const searchThreads = (store: Store, viewer: Viewer, query: SearchQuery): Promise<SearchResult> =>
  store.read(async db => {
    const { site } = viewer
    const position = await asOf(db, site.id)
    const pageId = await pageScope(db, site.id, query.page)
    if (pageId === undefined) return { ...position, threads: [], total: 0, next: null }
    const { ids, total, next } = await searchThreadIds(db, store.dialect, {
      siteId: site.id,
      text: query.q,
      pageId,
      kind: query.kind,
      status: query.status,
      label: query.label,
      cursor: query.cursor,
      forStaff: viewer.role !== null,
      size: query.size ?? PAGE_SIZE,
    })
    const rows = new Map((await threadsByIds(db, site.id, ids)).map(row => [row.id, row]))
    const found = ids.flatMap(id => rows.get(id) ?? [])
    return { ...position, threads: await drawThreads(db, site, found, audienceOf(viewer)), total, next }
  })
