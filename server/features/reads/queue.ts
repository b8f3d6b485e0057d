import { PAGE_SIZE } from '../../contract/limits.ts'
import type { PersonRef } from '../../contract/person.ts'
import type { PersonHistory, PersonRecord, Queue, QueueEntry, QueueQuery } from '../../contract/queue.ts'
import { AppError } from '../../lib/app-error.ts'
import { decodeCursor, encodeCursor } from '../../store/cursor.ts'
import { countQueues, messagesBefore, queuedMessages, tallyPeople } from '../../store/moderation.ts'
import { pagesByIds } from '../../store/pages.ts'
import { findPerson, peopleByIds } from '../../store/people.ts'
import { repliesByIds, repliesOf } from '../../store/replies.ts'
import { reportsOf } from '../../store/reports.ts'
import type { PersonRow, ReplyRow, SiteRow, ThreadRow } from '../../store/rows.ts'
import type { Db, Store } from '../../store/store.ts'
import { threadsByIds, threadsOf } from '../../store/threads.ts'
import { abilities } from '../access.ts'
import { personRefs } from '../person-refs.ts'
import { speaksForTeam } from '../speaks-for-team.ts'
import type { Viewer } from '../viewer.ts'
import { audienceOf } from '../viewer.ts'
import { imagesOf, removalOf, reportsView, tree } from '../views.ts'
import { asOf } from './lists.ts'

/** Messages of a person that moderators look back on. */
const HISTORY = 20

/** What waits for a decision, or was decided. @throws AppError `forbidden` for whoever is not of the team */
export const queue = (store: Store, viewer: Viewer, query: QueueQuery): Promise<Queue> =>
  store.read(async db => {
    if (!viewer.role) throw new AppError('forbidden')
    const { site } = viewer
    const { queue: name, cursor, size = PAGE_SIZE } = query
    const after = cursor === undefined ? null : (decodeCursor(cursor, 1)[0] ?? 0)
    const found = await queuedMessages(db, { siteId: site.id, queue: name, after, limit: size + 1 })
    const shown = found.slice(0, size)
    const last = shown.at(-1)
    return {
      ...(await asOf(db, site.id)),
      entries: await drawEntries(
        db,
        viewer,
        shown.map(message => message.id),
      ),
      counts: await countQueues(db, site.id),
      next: found.length > size && last ? encodeCursor([Number(last.at)]) : null,
    }
  })

/** What moderators know of a person. @throws AppError `not_found` alike for unknown and foreign people */
export const personHistory = (store: Store, viewer: Viewer, id: string): Promise<PersonHistory> =>
  store.read(async db => {
    if (!viewer.role) throw new AppError('forbidden')
    const person = await findPerson(db, viewer.site.id, id)
    if (!person) throw new AppError('not_found')
    const messages = [...(await threadsOf(db, id, HISTORY)), ...(await repliesOf(db, id, HISTORY))]
      .sort((a, b) => b.position - a.position)
      .slice(0, HISTORY)
    const [record] = await recordsOf(db, viewer.site, [person])
    if (!record) throw new AppError('not_found')
    return {
      record,
      messages: await drawEntries(
        db,
        viewer,
        messages.map(message => message.id),
      ),
    }
  })

async function drawEntries(db: Db, viewer: Viewer, ids: string[]): Promise<QueueEntry[]> {
  const { site } = viewer
  const replies = await repliesByIds(
    db,
    site.id,
    ids.filter(id => id.startsWith('r_')),
  )
  const threadIds = [...ids.filter(id => id.startsWith('t_')), ...replies.map(reply => reply.thread_id)]
  const threads = new Map(
    (await threadsByIds(db, site.id, [...new Set(threadIds)])).map(row => [row.id, row]),
  )
  const pages = await pagesByIds(db, [...new Set([...threads.values()].map(thread => thread.page_id))])
  const before = new Map(
    (
      await messagesBefore(
        db,
        replies.map(reply => reply.id),
      )
    ).map(row => [row.id, row]),
  )
  const reports = await reportsOf(db, ids)
  const byId = new Map<string, ThreadRow | ReplyRow>([
    ...threads,
    ...replies.map(row => [row.id, row] as const),
  ])
  const shown = ids.flatMap(id => byId.get(id) ?? [])
  const people = await peopleByIds(db, [
    ...new Set([...shown.map(row => row.author_id), ...[...before.values()].map(row => row.author_id)]),
  ])
  const records = new Map(
    (await recordsOf(db, site, [...people.values()])).map(record => [record.person.id, record]),
  )
  const refer = personRefs(site)
  return shown.flatMap(row => {
    const reply = 'thread_id' in row ? row : null
    const thread = threads.get(reply?.thread_id ?? row.id)
    const author = records.get(row.author_id)
    const page = thread && pages.get(thread.page_id)
    if (!thread || !author || !page) return []
    const earlier = before.get(row.id)
    const byStaff = speaksForTeam(people.get(row.author_id))
    return {
      id: row.id,
      thread: {
        id: thread.id,
        title: thread.title,
        kind: thread.kind,
        page: { key: page.key, url: page.url, title: page.title },
      },
      author,
      body: tree(row),
      ...(row.language !== null && { language: row.language }),
      ...(row.images !== null && { images: imagesOf(row) }),
      createdAt: row.created_at,
      visibility: row.visibility === 'dropped' ? 'removed' : row.visibility,
      removal: removalOf(row),
      why: row.held_for === null ? [] : JSON.parse(row.held_for),
      reports: row.reports > 0 ? reportsView(reports.filter(report => report.message_id === row.id)) : null,
      before: beforeOf(reply, thread, earlier, id => refer(people.get(id))),
      can: abilities({ site, thread, reply, byStaff }, audienceOf(viewer)),
    }
  })
}

/** What was said just before a reply: another one, or the thread's root. */
function beforeOf(
  reply: ReplyRow | null,
  thread: ThreadRow,
  earlier: { author_id: string; excerpt: string; at: number } | undefined,
  person: (id: string) => PersonRef,
) {
  if (!reply) return null
  const said = earlier ?? { author_id: thread.author_id, excerpt: thread.title, at: thread.created_at }
  return { author: person(said.author_id), excerpt: said.excerpt, at: Number(said.at) }
}

async function recordsOf(db: Db, site: SiteRow, people: PersonRow[]): Promise<PersonRecord[]> {
  const tallies = await tallyPeople(
    db,
    people.map(person => person.id),
  )
  const refer = personRefs(site)
  return people.map(person => {
    const of = (...visibilities: string[]) =>
      tallies
        .filter(tally => tally.author_id === person.id && visibilities.includes(tally.visibility))
        .reduce((sum, tally) => sum + tally.count, 0)
    return {
      person: refer(person),
      since: person.created_at,
      bannedAt: person.banned_at,
      trustedAt: person.trusted_at,
      public: of('public'),
      held: of('held'),
      removed: of('removed', 'dropped'),
      spam: of('spam'),
    }
  })
}
