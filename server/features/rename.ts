import { setPersonName } from '../store/people.ts'
import { repliesOf, repliesTo } from '../store/replies.ts'
import type { PersonRow, ThreadRow } from '../store/rows.ts'
import { threadsByIds, threadsOf } from '../store/threads.ts'
import { touchOwn, touchReply, touchThread } from './touches.ts'
import type { Unit } from './unit.ts'

/** Messages sent again under the new name; older ones follow when they are next read. */
const REFRESHED = 50

/** Gives a person another name, on everything they posted before too. The name has been looked at. */
export async function rename(unit: Unit, person: PersonRow, name: string): Promise<void> {
  const { db, viewer } = unit
  await setPersonName(db, person.id, name)
  const replies = await repliesOf(db, person.id, REFRESHED)
  const threads = await threadsOf(db, person.id, REFRESHED)
  const elsewhere = await threadsByIds(db, viewer.site.id, [
    ...new Set(replies.map(reply => reply.thread_id)),
  ])
  const known = new Map([...threads, ...elsewhere].map(thread => [thread.id, thread]))
  for (const thread of known.values()) touchThread(unit, thread)
  for (const reply of replies) {
    const thread = known.get(reply.thread_id) as ThreadRow
    touchReply(unit, thread, reply)
    for (const quoting of await repliesTo(db, thread.id, reply.id)) touchReply(unit, thread, quoting)
  }
  // What waits for moderation carries the name on its author's own stream.
  for (const message of [...threads, ...replies])
    if (message.visibility === 'held') touchOwn(unit, message.id, person.id)
}
