import type { StreamName } from '../../../server/contract/feed.ts'
import { createLoader } from '../../../server/features/loader.ts'
import { ownViews } from '../../../server/features/owns.ts'
import { snapshot } from '../../../server/features/reads/lists.ts'
import { myState } from '../../../server/features/reads/own.ts'
import { earlierReplies, threadDetail } from '../../../server/features/reads/thread.ts'
import type { Viewer } from '../../../server/features/viewer.ts'
import { AppError } from '../../../server/lib/app-error.ts'
import { markedBy } from '../../../server/store/marks.ts'
import { repliesByIds } from '../../../server/store/replies.ts'
import type { Store } from '../../../server/store/store.ts'
import { threadsByIds } from '../../../server/store/threads.ts'
import type { Truth } from '../history/divergence.ts'

/**
 * What viewers' streams show according to the store itself, past every cache. Each is read once, so all must be quiet.
 */
export function readTruths(store: Store, now: number) {
  const conversations = new Map<string, Promise<Truth>>()
  const marks = new Map<string, Promise<Truth>>()
  const once = (known: Map<string, Promise<Truth>>, key: string, read: () => Promise<Truth>) => {
    const truth = known.get(key) ?? read()
    known.set(key, truth)
    return truth
  }
  return async (viewer: Viewer, streams: readonly StreamName[]): Promise<Truth> => {
    const conversation = await once(conversations, viewer.role ?? 'public', () =>
      readConversation(store, viewer),
    )
    if (!viewer.person || !streams.includes('me')) return conversation
    const own = await once(marks, viewer.person.id, () => readMarks(store, viewer, now))
    return {
      rows: new Map([...conversation.rows, ...own.rows]),
      required: new Set([...conversation.required, ...own.required]),
      places: conversation.places,
    }
  }
}

async function readConversation(store: Store, viewer: Viewer): Promise<Truth> {
  const rows = new Map<string, unknown>()
  const required = new Set<string>()
  const places = new Map<string, number>()
  if (!viewer.role) {
    rows.set(`site ${viewer.site.id}`, (await snapshot(store, viewer.site, { sort: 'newest' })).site)
    required.add(`site ${viewer.site.id}`)
  }
  const threads = await store.read(db =>
    db
      .selectFrom('thread')
      .select(['id', 'visibility', 'position'])
      .where('site_id', '=', viewer.site.id)
      .execute(),
  )
  for (const { id, visibility, position } of threads) {
    places.set(`thread ${id}`, position)
    const detail = await threadDetail(store, viewer, id).catch(unlessHidden)
    if (!detail) continue
    const { thread, body } = detail
    const replies = [...detail.replies]
    let { before } = detail
    while (before) {
      const page = await earlierReplies(store, viewer, id, before)
      replies.push(...page.replies)
      before = page.before
    }
    const seen: [string, unknown][] = [
      [`thread ${id}`, thread],
      [`body ${id}`, { id, seq: thread.seq, body }],
      ...replies.map(reply => [`reply ${reply.id}`, reply] as [string, unknown]),
    ]
    for (const [key, row] of seen) {
      rows.set(key, row)
      places.set(key, position)
    }
    if (visibility === 'public') for (const [key] of seen) required.add(key)
  }
  return { rows, required, places }
}

const unlessHidden = (error: unknown): null => {
  if (error instanceof AppError && error.code === 'not_found') return null
  throw error
}

/** All of a person's marks; the server tells somebody who just arrived of the newest only. */
async function readMarks(store: Store, viewer: Viewer, now: number): Promise<Truth> {
  const { site, person } = viewer
  if (!person) throw new Error('Nobody has no marks')
  const views = await store.read(async db => {
    const ids = new Set<string>()
    for (const table of ['thread', 'reply'] as const)
      for (const { id } of await db
        .selectFrom(table)
        .select('id')
        .where('author_id', '=', person.id)
        .execute())
        ids.add(id)
    for (const id of await markedBy(db, person.id, Number.MAX_SAFE_INTEGER)) ids.add(id)
    const replies = await repliesByIds(
      db,
      site.id,
      [...ids].filter(id => id.startsWith('r_')),
    )
    const threadIds = [...ids].filter(id => id.startsWith('t_')).concat(replies.map(row => row.thread_id))
    const threads = await threadsByIds(db, site.id, [...new Set(threadIds)])
    const byId = <R extends { id: string }>(list: R[]) => new Map(list.map(row => [row.id, row]))
    return ownViews(
      createLoader(db, site.id),
      { site, personId: person.id, now },
      [...ids],
      byId(threads),
      byId(replies),
    )
  })
  return {
    rows: new Map([...views].map(([id, view]) => [`own ${id}`, view])),
    required: new Set((await myState(store, viewer, now)).own.map(({ id }) => `own ${id}`)),
    places: new Map(),
  }
}

/**
 * What comparing must not look at: the `seq` of texts and marks is that of their message, which moves on with votes
 * and replies that change nothing of them; and, where the servers' clock `jumped`, whether there is still time to
 * restore: that ends by the clock, without a change that anybody could be told of.
 */
export function comparable(
  rows: ReadonlyMap<string, unknown>,
  { jumped }: { jumped: boolean },
): Map<string, unknown> {
  return new Map(
    [...rows].map(([key, row]) => {
      if (!/^(body|own) /.test(key)) return [key, row]
      const { seq: _, ...facts } = row as { seq: number; can?: string[] }
      if (!jumped || !facts.can) return [key, facts]
      return [key, { ...facts, can: facts.can.filter(action => action !== 'restore') }]
    }),
  )
}
