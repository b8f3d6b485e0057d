import { UNMERGE_MS } from '../../contract/limits.ts'
import { AppError } from '../../lib/app-error.ts'
import { clearCanonical, leadTo, mergedInto, setCanonical } from '../../store/merges.ts'
import type { ThreadRow } from '../../store/rows.ts'
import { lockThread } from '../../store/threads.ts'
import { may, maySee } from '../access.ts'
import { command } from '../command.ts'
import { recountSupport, touchMarks } from '../merging.ts'
import { findMessage } from '../subject.ts'
import { touchBody, touchReplies, touchThread } from '../touches.ts'
import type { Unit } from '../unit.ts'

/** Locks threads in the order of their ids, so that two merges that cross cannot wait for each other. */
async function lockAll(unit: Unit, ids: string[]): Promise<Map<string, ThreadRow>> {
  const { db, dialect, viewer } = unit
  const rows = new Map<string, ThreadRow>()
  for (const id of [...new Set(ids)].sort()) {
    const row = await lockThread(db, dialect, viewer.site.id, id)
    if (!row || !maySee(viewer, { site: viewer.site, thread: row, reply: null }))
      throw new AppError('not_found')
    rows.set(id, row)
  }
  return rows
}

/** The two threads; what was meant to be merged into is followed to where it leads. */
async function findPair(unit: Unit, { thread: id, into }: { thread: string; into: string }) {
  const first = await lockAll(unit, [id, into])
  const named = first.get(into)
  const rows = named?.canonical_id ? await lockAll(unit, [id, named.canonical_id]) : first
  const [thread, root] = [rows.get(id), rows.get(named?.canonical_id ?? into)]
  if (!thread || !root) throw new AppError('not_found')
  return { site: unit.viewer.site, thread, reply: null, root }
}

/** Lets a thread stand for another one. Nothing moves: votes and followers are counted over both, each person once. */
export const threadMerge = command({
  name: 'thread.merge',
  find: findPair,
  access: ({ viewer, now }, { site, thread, root }) => {
    if (thread.id === root.id) return 'invalid'
    if (thread.canonical_id !== null) return 'stale'
    const both = may(viewer, 'merge', { site, thread, reply: null }, now)
    return both && root.visibility === 'public' ? 'allowed' : 'forbidden'
  },
  async run(unit, { thread, root }) {
    const children = await mergedInto(unit.db, thread.id)
    const merge = { into: root.id, at: unit.now, by: unit.viewer.person.id }
    if (!(await setCanonical(unit.db, thread.id, merge))) throw new AppError('stale')
    await leadTo(
      unit.db,
      children.map(child => child.id),
      root.id,
    )
    for (const moved of [thread, ...children]) touchThread(unit, moved)
    await recountSupport(unit, root)
    await touchMarks(unit, [thread, root])
    return thread.id
  },
})

/** Parts what was merged, with what had been merged into it before. */
export const threadUnmerge = command({
  name: 'thread.unmerge',
  find: async (unit, { thread: id }: { thread: string }) => {
    const { thread } = await findMessage(unit, id)
    const root = thread.canonical_id ?? id
    const rows = await lockAll(unit, [id, root])
    return {
      site: unit.viewer.site,
      thread: rows.get(id) as ThreadRow,
      reply: null,
      root: rows.get(root) as ThreadRow,
    }
  },
  access: ({ viewer, now }, { site, thread, root }) => {
    if (!may(viewer, 'unmerge', { site, thread, reply: null }, now)) return 'forbidden'
    if (thread.canonical_id !== root.id) return 'stale'
    return now - (thread.merged_at ?? 0) <= UNMERGE_MS ? 'allowed' : 'restore_expired'
  },
  async run(unit, { thread, root }) {
    const below = descendants(thread.id, await mergedInto(unit.db, root.id))
    await clearCanonical(unit.db, thread.id)
    await leadTo(
      unit.db,
      below.map(child => child.id),
      thread.id,
    )
    for (const child of below) touchThread(unit, child)
    for (const parted of [thread, ...below]) {
      touchBody(unit, parted)
      await touchReplies(unit, parted)
    }
    await recountSupport(unit, root)
    await recountSupport(unit, thread)
    await touchMarks(unit, [thread, root])
    return thread.id
  },
})

/** Those whose way to the common root leads over one thread. */
function descendants(id: string, all: ThreadRow[]): ThreadRow[] {
  const direct = all.filter(row => row.merged_into === id && row.id !== id)
  return direct.flatMap(row => [row, ...descendants(row.id, all)])
}
