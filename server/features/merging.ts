import { countHeat } from '../store/heat.ts'
import { mergedInto, votersOf } from '../store/merges.ts'
import type { ThreadRow } from '../store/rows.ts'
import { updateThread } from '../store/threads.ts'
import { touchOwn, touchThread } from './touches.ts'
import type { Unit } from './unit.ts'

/** Counts a thread's voters and its heat anew, over all that was merged into it. */
export async function recountSupport(unit: Unit, thread: ThreadRow): Promise<void> {
  const { db } = unit
  const votes = (await votersOf(db, [thread.id])).length
  await updateThread(db, thread.id, { votes, heat: await countHeat(db, thread) })
  touchThread(unit, thread)
}

/** After threads were joined or parted: their voters' marks. */
export async function touchMarks(unit: Unit, threads: ThreadRow[]): Promise<void> {
  const voters = await votersOf(
    unit.db,
    threads.map(thread => thread.id),
  )
  for (const thread of threads) {
    touchOwn(unit, thread.id, thread.author_id)
    for (const voter of voters) touchOwn(unit, thread.id, voter)
  }
}

/** A thread's title or visibility changed: those that lead to it say where they lead. */
export async function touchMerged(unit: Unit, thread: ThreadRow): Promise<void> {
  for (const merged of await mergedInto(unit.db, thread.id)) touchThread(unit, merged)
}
