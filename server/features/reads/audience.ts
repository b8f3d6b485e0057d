import type { AudienceCount, MergePreview } from '../../contract/reads.ts'
import { AppError } from '../../lib/app-error.ts'
import { audienceFor, votersOf } from '../../store/merges.ts'
import type { ThreadRow } from '../../store/rows.ts'
import type { Db, Store } from '../../store/store.ts'
import { findThread } from '../../store/threads.ts'
import type { Viewer } from '../viewer.ts'
import { audienceOf } from '../viewer.ts'
import { drawThreads } from './lists.ts'

/** @throws AppError `forbidden`, `not_found` */
async function findFor(db: Db, viewer: Viewer, id: string): Promise<ThreadRow> {
  if (!viewer.role) throw new AppError('forbidden')
  const thread = await findThread(db, viewer.site.id, id)
  if (!thread) throw new AppError('not_found')
  return thread.canonical_id === null ? thread : findFor(db, viewer, thread.canonical_id)
}

/** Before a decision is told: to how many. */
export const audienceCount = (store: Store, viewer: Viewer, id: string): Promise<AudienceCount> =>
  store.read(async db => {
    const thread = await findFor(db, viewer, id)
    return { people: (await audienceFor(db, [thread.id])).length }
  })

/** Before one or several threads are merged into another: what it would come to, each person once. */
export const mergePreview = (
  store: Store,
  viewer: Viewer,
  threads: readonly string[],
  into: string,
): Promise<MergePreview> =>
  store.read(async db => {
    const root = await findFor(db, viewer, into)
    const ids = [root.id]
    for (const id of threads) ids.push((await findFor(db, viewer, id)).id)
    const [drawn] = await drawThreads(db, viewer.site, [root], audienceOf(viewer))
    if (!drawn) throw new AppError('not_found')
    const [votes, people] = [await votersOf(db, ids), await audienceFor(db, ids)]
    return { into: drawn, votes: votes.length, people: people.length }
  })
