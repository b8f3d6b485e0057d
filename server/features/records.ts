import type { PersonRef } from '../contract/person.ts'
import { labelsOf } from '../store/labels.ts'
import { reportsOf } from '../store/reports.ts'
import type { PageRow, PersonRow, ReplyRow, SiteRow, ThreadRow } from '../store/rows.ts'
import type { Db } from '../store/store.ts'
import type { Loader } from './loader.ts'
import { personRefs } from './person-refs.ts'

/** A thread's row with everything its view needs, gathered for many threads in at most six queries. */
export interface ThreadRecord {
  site: SiteRow
  row: ThreadRow
  page: PageRow | undefined
  labels: { id: string; name: string }[]
  people: Map<string, PersonRow>
  /** One of them, as everybody may know them. */
  person: (id: string) => PersonRef
  /** The thread it was merged into. */
  canonical: ThreadRow | undefined
  /** The replies the head points at: official, accepted, last, newest by staff. */
  replies: Map<string, ReplyRow>
  reports: ReportRow[]
}

export interface ReplyRecord {
  site: SiteRow
  row: ReplyRow
  thread: ThreadRow
  people: Map<string, PersonRow>
  /** One of them, as everybody may know them. */
  person: (id: string) => PersonRef
  /** The reply it answers. */
  to: ReplyRow | undefined
  reports: ReportRow[]
}

const present = (ids: (string | null | undefined)[]) => [...new Set(ids.filter(id => id != null))]

type ReportRow = Awaited<ReturnType<typeof reportsOf>>[number]

/** Few messages are reported, so mostly nobody is asked. */
const reportsAmong = (db: Db, rows: (ThreadRow | ReplyRow)[]) =>
  reportsOf(
    db,
    rows.filter(row => row.reports > 0).map(row => row.id),
  )

export async function gatherThreads(load: Loader, site: SiteRow, rows: ThreadRow[]): Promise<ThreadRecord[]> {
  if (rows.length === 0) return []
  const pointed = rows.flatMap(t => [t.official_id, t.accepted_id, t.last_reply_id, t.staff_reply_id])
  const replies = await load.replies(present(pointed))
  const people = await load.people(
    present([
      ...rows.flatMap(t => [t.author_id, t.status_by, t.assignee_id]),
      ...[...replies.values()].map(r => r.author_id),
    ]),
  )
  const pages = await load.pages(rows.map(t => t.page_id))
  const labels = await labelsOf(
    load.db,
    rows.map(t => t.id),
  )
  const reports = await reportsAmong(load.db, rows)
  const canonical = await load.threads(present(rows.map(t => t.canonical_id)))
  const refer = personRefs(site)
  return rows.map(row => ({
    site,
    row,
    canonical: canonical.get(row.canonical_id ?? ''),
    page: pages.get(row.page_id),
    labels: labels.filter(l => l.thread_id === row.id),
    people,
    person: id => refer(people.get(id)),
    replies,
    reports: reports.filter(report => report.message_id === row.id),
  }))
}

/** `threads` must hold the thread of every reply. */
export async function gatherReplies(
  load: Loader,
  site: SiteRow,
  rows: ReplyRow[],
  threads: Map<string, ThreadRow>,
): Promise<ReplyRecord[]> {
  if (rows.length === 0) return []
  const known = new Map(rows.map(r => [r.id, r]))
  const missing = present(rows.map(r => r.to_id)).filter(id => !known.has(id))
  for (const row of (await load.replies(missing)).values()) known.set(row.id, row)
  const people = await load.people([...known.values()].map(r => r.author_id))
  const refer = personRefs(site)
  const person = (id: string) => refer(people.get(id))
  const all = await reportsAmong(load.db, rows)
  return rows.flatMap(row => {
    const thread = threads.get(row.thread_id)
    if (!thread) return []
    const reports = all.filter(report => report.message_id === row.id)
    return [{ site, row, thread, people, person, to: row.to_id ? known.get(row.to_id) : undefined, reports }]
  })
}
