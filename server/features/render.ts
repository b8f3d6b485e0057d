import type { Change } from '../contract/feed.ts'
import { staffOf } from '../store/people.ts'
import type { ChangeRow, SiteRow } from '../store/rows.ts'
import type { Entity } from '../store/schema.ts'
import { findSite } from '../store/sites.ts'
import type { Db } from '../store/store.ts'
import type { Loader } from './loader.ts'
import { ownViews } from './owns.ts'
import { gatherReplies, gatherThreads } from './records.ts'
import type { Audience } from './viewer.ts'
import { bodyView, replyView, siteView, threadView } from './views.ts'

/** What drawing has to know of a change. */
export type Step = Omit<ChangeRow, 'site_id' | 'at'>

/** Whose eyes: an audience, or one person's `me` stream. */
export type Reader = Audience | { kind: 'me'; personId: string }

/** One rendered step and the page it belongs to (null: every page). */
export interface Rendered {
  change: Change
  pageId: string | null
}

/** Whether a reader's stream shows a change at all. */
export function concerns(row: Step, reader: Reader): boolean {
  if (reader.kind === 'me') return row.audience === 'person' && row.person_id === reader.personId
  return row.audience === 'public' || (row.audience === 'staff' && reader.kind === 'staff')
}

/**
 * Feed rows → what a reader may see of those entities now: state, not deltas, so an entity that changed twice is
 * rendered once, at its last place. What the reader may no longer see becomes `del`.
 */
export async function renderChanges(
  load: Loader,
  site: SiteRow,
  reader: Reader,
  rows: Step[],
  now: number,
): Promise<Rendered[]> {
  const last = new Map<string, Step>()
  for (const row of rows)
    if (concerns(row, reader)) {
      const key = `${row.entity} ${row.entity_id}`
      last.delete(key)
      last.set(key, row)
    }
  const steps = [...last.values()]
  const draw = await drawer(load, site, reader, steps, now)
  return steps.map(step => ({
    change: toChange(step, draw(step.entity, step.entity_id)),
    pageId: step.page_id,
  }))
}

function toChange(step: Step, row: unknown): Change {
  const base = {
    seq: step.seq,
    entity: step.entity,
    id: step.entity_id,
    ...(step.mutation_id && { mutation: step.mutation_id }),
  }
  return (row ? { ...base, op: 'put', row } : { ...base, op: 'del' }) as Change
}

/** Loads in a fixed number of queries what the steps name, and draws one entity at a time. */
async function drawer(load: Loader, site: SiteRow, reader: Reader, steps: Step[], now: number) {
  const ids = (...entities: Entity[]) =>
    steps.filter(step => entities.includes(step.entity)).map(step => step.entity_id)
  const own = ids('own')
  const replies = await load.replies([...ids('reply'), ...own.filter(id => id.startsWith('r_'))])
  const parents = [...replies.values()].map(reply => reply.thread_id)
  const threads = await load.threads([
    ...ids('thread', 'body'),
    ...own.filter(id => id.startsWith('t_')),
    ...parents,
  ])

  if (reader.kind === 'me') {
    const facts = { site, personId: reader.personId, now }
    const views = await ownViews(load, facts, own, threads, replies)
    return (_: Entity, id: string) => views.get(id) ?? null
  }
  const threadRecords = await gatherThreads(
    load,
    site,
    ids('thread').flatMap(id => threads.get(id) ?? []),
  )
  const replyRecords = await gatherReplies(load, site, [...replies.values()], threads)
  const views: Record<Entity, Map<string, unknown>> = {
    thread: new Map(threadRecords.map(r => [r.row.id, threadView(r, reader)])),
    reply: new Map(replyRecords.map(r => [r.row.id, replyView(r, reader)])),
    body: new Map([...threads.values()].map(row => [row.id, bodyView(row, reader)])),
    site: new Map(ids('site').length > 0 ? [[site.id, await freshSite(load.db, site)]] : []),
    own: new Map(),
  }
  return (entity: Entity, id: string) => views[entity].get(id) ?? null
}

async function freshSite(db: Db, site: SiteRow) {
  const row = await findSite(db, site.id)
  return row ? siteView(row, await staffOf(db, site.id)) : null
}
