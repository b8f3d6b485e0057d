import { repliesUnder } from '../store/replies.ts'
import type { ReplyRow, ThreadRow } from '../store/rows.ts'
import type { Subject } from './access.ts'
import type { Touch, Unit } from './unit.ts'

/** Public and removed messages have a place everybody sees; held ones and spam have none. */
export const isSeen = (visibility: string) => visibility === 'public' || visibility === 'removed'

/** Whether everybody can see, or could until now. */
const audienceOf = (...visibilities: (string | undefined)[]): 'public' | 'staff' =>
  visibilities.some(visibility => visibility !== undefined && isSeen(visibility)) ? 'public' : 'staff'

/** Marks a thread's head as changed. `was`: its visibility before. */
export function touchThread(unit: Unit, thread: ThreadRow, extra: Partial<Touch> & { was?: string } = {}) {
  const { was, ...touch } = extra
  const audience = audienceOf(thread.visibility, was)
  // What is announced stands on other pages too.
  const place = thread.announced === null ? { pageId: thread.page_id } : {}
  unit.touch({ entity: 'thread', id: thread.id, audience, ...place, ...touch })
}

export function touchBody(unit: Unit, thread: ThreadRow, was?: string) {
  const audience = audienceOf(thread.visibility, was)
  unit.touch({ entity: 'body', id: thread.id, audience, pageId: thread.page_id })
}

/** Marks a reply as changed. `was` and `threadWas`: visibilities before, where they differ. */
export function touchReply(
  unit: Unit,
  thread: ThreadRow,
  reply: ReplyRow,
  extra: Partial<Touch> & { was?: string; threadWas?: string } = {},
) {
  const { was, threadWas, ...touch } = extra
  const inSight = audienceOf(thread.visibility, threadWas) === 'public' && !reply.note
  const audience = inSight ? audienceOf(reply.visibility, was) : 'staff'
  unit.touch({ entity: 'reply', id: reply.id, audience, pageId: thread.page_id, ...touch })
}

/** Sends all replies of a thread again: whoever arrived while no list named it has not heard of them. */
export async function touchReplies(unit: Unit, thread: ThreadRow, threadWas?: string): Promise<void> {
  const extra = threadWas === undefined ? {} : { threadWas }
  for (const reply of await repliesUnder(unit.db, thread.id)) touchReply(unit, thread, reply, extra)
}

/** What a message is to one person changed: their vote, their authorship, what they may do with it. */
export function touchOwn(unit: Unit, messageId: string, personId: string) {
  unit.touch({ entity: 'own', id: messageId, audience: 'person', personId })
}

/** Whether its author waits may have changed, and so whether they are told who has read it. */
export function touchSeen(unit: Unit, thread: ThreadRow) {
  if (thread.seen_at !== null) touchOwn(unit, thread.id, thread.author_id)
}

/** A message changed for its readers and its author alike. */
export function touchMessage(unit: Unit, { thread, reply }: Subject, was?: string) {
  const extra = was === undefined ? {} : { was }
  touchThread(unit, thread, reply ? {} : extra)
  if (reply) touchReply(unit, thread, reply, extra)
  else touchBody(unit, thread, was)
  const message = reply ?? thread
  touchOwn(unit, message.id, message.author_id)
}
