import type { HeldFor } from '../contract/queue.ts'
import type { StoredVisibility } from '../store/message-tables.ts'
import { updateReply } from '../store/replies.ts'
import { updateThread } from '../store/threads.ts'
import type { Subject } from './access.ts'
import { touchMerged } from './merging.ts'
import { refreshReferences } from './references.ts'
import { whenToTell } from './telling.ts'
import { touchMessage } from './touches.ts'
import type { Unit } from './unit.ts'

/** Takes a message out of sight. What was public leaves a tombstone, what was held only tells its author. */
export const removeMessage = (
  unit: Unit,
  subject: Subject,
  by: 'author' | 'brand',
  reason: string | null,
) => {
  const from = (subject.reply ?? subject.thread).visibility
  const visibility = from === 'held' ? 'dropped' : 'removed'
  return setVisibility(unit, subject, visibility, removal(unit, from, by, reason))
}

/** Takes a message away without a trace. */
export const markSpam = (unit: Unit, subject: Subject) =>
  setVisibility(
    unit,
    subject,
    'spam',
    removal(unit, (subject.reply ?? subject.thread).visibility, 'brand', null),
  )

/** Brings a message back, to `visibility`. */
export const bringBack = (unit: Unit, subject: Subject, visibility: StoredVisibility) =>
  setVisibility(unit, subject, visibility, {
    removed_by: null,
    removed_reason: null,
    removed_at: null,
    removed_from: null,
  })

/** Puts a message (back) among those that wait, with the reasons it had or because somebody of the team wants it. */
export async function holdMessage(unit: Unit, subject: Subject): Promise<string> {
  const message = subject.reply ?? subject.thread
  const staff: HeldFor[] = [{ rule: 'staff', found: null }]
  const set = { held_for: message.held_for ?? JSON.stringify(staff) }
  if (subject.reply) await updateReply(unit.db, message.id, set)
  else await updateThread(unit.db, message.id, set)
  return bringBack(unit, subject, 'held')
}

interface Removal {
  removed_by: 'author' | 'brand' | null
  removed_reason: string | null
  removed_at: number | null
  removed_from: StoredVisibility | null
}

const removal = (
  { now }: Unit,
  from: StoredVisibility,
  by: 'author' | 'brand',
  reason: string | null,
): Removal => ({ removed_by: by, removed_reason: reason, removed_at: now, removed_from: from })

async function setVisibility(
  unit: Unit,
  subject: Subject,
  visibility: StoredVisibility,
  removed: Removal,
): Promise<string> {
  const set = { visibility, ...removed }
  const message = subject.reply ?? subject.thread
  const appears = visibility === 'public' && message.visibility !== 'public' && !subject.reply?.note
  if (subject.reply)
    await updateReply(unit.db, message.id, { ...set, ...(appears && { tell_at: whenToTell(unit) }) })
  else await updateThread(unit.db, message.id, set)
  const changed = subject.reply
    ? { ...subject, reply: { ...subject.reply, ...set } }
    : { ...subject, thread: { ...subject.thread, ...set } }
  touchMessage(unit, changed, message.visibility)
  await refreshReferences(unit, changed, message.visibility)
  if (!subject.reply) await touchMerged(unit, subject.thread)
  return message.id
}
