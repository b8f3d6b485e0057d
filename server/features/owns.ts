import type { OwnView } from '../contract/own.ts'
import type { ReplyView } from '../contract/reply.ts'
import type { ThreadView } from '../contract/thread.ts'
import type { Mark } from '../store/marks.ts'
import { marksAmong } from '../store/marks.ts'
import type { PersonRow, ReplyRow, SiteRow, ThreadRow } from '../store/rows.ts'
import type { Loader } from './loader.ts'
import { gatherReplies, gatherThreads } from './records.ts'
import { ownView, replyView, threadView } from './views.ts'

const isBanned = (person: PersonRow | undefined) => person !== undefined && person.banned_at !== null

const NONE: ReadonlySet<Mark> = new Set()

/** What messages are to one person. `threads` must hold the thread of every reply; `banned` is read where it is not known. */
export async function ownViews(
  load: Loader,
  facts: { site: SiteRow; personId: string; now: number; banned?: boolean },
  ids: string[],
  threads: Map<string, ThreadRow>,
  replies: Map<string, ReplyRow>,
): Promise<Map<string, OwnView>> {
  const canonical = new Map(
    [...threads.values()].flatMap(t => (t.canonical_id ? [[t.id, t.canonical_id]] : [])),
  )
  const marks = await marksAmong(load.db, facts.personId, ids, canonical)
  const seers = ids.flatMap(id => threads.get(id)?.seen_by ?? [])
  const isTheirs = (id: string) => (replies.get(id) ?? threads.get(id))?.author_id === facts.personId
  const asked = facts.banned === undefined && ids.some(isTheirs) ? [facts.personId] : []
  const people = await load.people([...seers, ...asked])
  const banned = facts.banned ?? isBanned(people.get(facts.personId))
  const held = await heldViews(load, facts, ids, threads, replies)
  const views = new Map<string, OwnView>()
  for (const id of ids) {
    const reply = replies.get(id) ?? null
    const thread = threads.get(reply?.thread_id ?? id)
    if (!thread || (reply ?? thread).visibility === 'spam') continue
    // Who is mentioned hears of it when others may read it, and not before.
    const waits = (reply ?? thread).visibility === 'held' && (reply ?? thread).author_id !== facts.personId
    if (waits && [...(marks.get(id) ?? NONE)].join() === 'mentioned') continue
    const own = { ...facts, banned, marks: marks.get(id) ?? NONE, held: held.get(id) ?? null, people }
    views.set(id, ownView({ site: facts.site, thread, reply }, own))
  }
  return views
}

async function heldViews(
  load: Loader,
  { site, personId }: { site: SiteRow; personId: string },
  ids: string[],
  threads: Map<string, ThreadRow>,
  replies: Map<string, ReplyRow>,
) {
  const waits = (row: ThreadRow | ReplyRow | undefined) =>
    (row?.visibility === 'held' || row?.visibility === 'dropped') && row.author_id === personId
  const heldThreads = ids.flatMap(id => threads.get(id) ?? []).filter(waits)
  const heldReplies = ids.flatMap(id => replies.get(id) ?? []).filter(waits)
  const views = new Map<string, ThreadView | ReplyView | null>()
  for (const record of await gatherThreads(load, site, heldThreads))
    views.set(record.row.id, threadView(record, { kind: 'author' }))
  for (const record of await gatherReplies(load, site, heldReplies, threads))
    views.set(record.row.id, replyView(record, { kind: 'author' }))
  return views
}
