import type { ThreadView } from '../../server/contract/thread.ts'
import type { Core } from './core.ts'
import type { ReadMarks } from './seen.ts'
import { lastMessageAt } from './seen.ts'

const KEPT = 200

export const keepMarks = ({ seen, storage }: Core, marks: ReadMarks | null): void => {
  seen.marks.value = marks
  storage.write('seen', marks)
}

/** The first own action: from now on reading is remembered, and all until `since` counts as read. */
export const beginMarks = (core: Core, since: number): void => {
  if (!core.seen.marks.peek()) keepMarks(core, { since, at: {} })
}

/** Nothing is stored before the first own action. */
export const markRead = (core: Core, thread: ThreadView): void => {
  const marks = core.seen.marks.peek()
  const at = lastMessageAt(thread)
  if (!marks || at <= (marks.at[thread.id] ?? marks.since)) return
  const others = Object.entries(marks.at).filter(([id]) => id !== thread.id)
  keepMarks(core, { ...marks, at: Object.fromEntries([...others.slice(1 - KEPT), [thread.id, at]]) })
}
