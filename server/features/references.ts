import { countHeat } from '../store/heat.ts'
import { countThread } from '../store/recount.ts'
import { repliesTo } from '../store/replies.ts'
import { updateThread } from '../store/threads.ts'
import type { Subject } from './access.ts'
import { touchMentioned } from './mentioning.ts'
import { isSeen, touchReplies, touchReply, touchSeen } from './touches.ts'
import type { Unit } from './unit.ts'

/**
 * After a message changed its words or its visibility (it was `was`): replies that quote it are sent again, all
 * replies of a thread that came (back) into sight or went out of it, and the thread's head is counted anew.
 */
export async function refreshReferences(unit: Unit, { thread, reply }: Subject, was: string) {
  const { db } = unit
  if (reply) for (const quoting of await repliesTo(db, thread.id, reply.id)) touchReply(unit, thread, quoting)
  if ((reply ?? thread).visibility === was) return
  // Who arrived while it was removed has not heard of its replies: no list names them.
  const cameBack = thread.visibility === 'public'
  if (!reply && (cameBack || isSeen(thread.visibility) !== isSeen(was))) await touchReplies(unit, thread, was)
  touchSeen(unit, thread)
  await touchMentioned(unit, (reply ?? thread).id)
  await updateThread(db, thread.id, {
    ...(await countThread(db, thread.id)),
    heat: await countHeat(db, thread),
  })
}
