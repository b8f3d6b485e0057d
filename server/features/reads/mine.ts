import { PAGE_SIZE_MAX } from '../../contract/limits.ts'
import type { MineQuery, SearchResult } from '../../contract/reads.ts'
import { AppError } from '../../lib/app-error.ts'
import { decodeCursor, encodeCursor } from '../../store/cursor.ts'
import { labelsOf } from '../../store/labels.ts'
import { repliesOf } from '../../store/replies.ts'
import type { ThreadRow } from '../../store/rows.ts'
import type { Store } from '../../store/store.ts'
import { threadsByIds, threadsOf } from '../../store/threads.ts'
import type { Viewer } from '../viewer.ts'
import { audienceOf } from '../viewer.ts'
import { asOf, drawThreads, pageScope } from './lists.ts'
import { OWN_MAX } from './own.ts'

/**
 * Public threads that the viewer began or replied in, and what those were merged into; the last active first.
 * @throws AppError `unauthenticated`
 */
export const myThreads = (
  store: Store,
  viewer: Viewer,
  { page, kind, status, label, cursor, size = PAGE_SIZE_MAX }: MineQuery,
): Promise<SearchResult> =>
  store.read(async db => {
    const { site, person } = viewer
    if (!person) throw new AppError('unauthenticated')
    const position = await asOf(db, site.id)
    const pageId = await pageScope(db, site.id, page)
    const found = new Map<string, ThreadRow>()
    const add = async (ids: readonly string[]) => {
      const missing = [...new Set(ids)].filter(id => !found.has(id))
      for (const row of await threadsByIds(db, site.id, missing)) found.set(row.id, row)
    }
    for (const row of await threadsOf(db, person.id, OWN_MAX)) found.set(row.id, row)
    const said = await repliesOf(db, person.id, OWN_MAX)
    await add(said.flatMap(reply => (reply.visibility === 'public' && !reply.note ? [reply.thread_id] : [])))
    await add([...found.values()].flatMap(({ canonical_id: into }) => into ?? []))

    const labelled =
      label &&
      new Set(
        (await labelsOf(db, [...found.keys()]))
          .filter(({ id }) => id === label)
          .map(({ thread_id }) => thread_id),
      )
    const stands = (row: ThreadRow) =>
      status === 'answered' ? row.official_id !== null || row.accepted_id !== null : row.status === status
    const mine = [...found.values()]
      .filter(row => row.visibility === 'public' && row.canonical_id === null)
      .filter(row => (!kind || row.kind === kind) && (pageId === null || row.page_id === pageId))
      .filter(row => (!status || stands(row)) && (!labelled || labelled.has(row.id)))
      .sort((one, other) => other.activity - one.activity)
    const [from = 0] = cursor === undefined ? [] : decodeCursor(cursor, 1)
    const end = from + size
    const threads = await drawThreads(db, site, mine.slice(from, end), audienceOf(viewer))
    return { ...position, threads, total: mine.length, next: end < mine.length ? encodeCursor([end]) : null }
  })
