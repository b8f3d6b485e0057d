import { findReply } from '../../store/replies.ts'
import { updateThread } from '../../store/threads.ts'
import { may } from '../access.ts'
import { command } from '../command.ts'
import type { ReplySubject } from '../subject.ts'
import { findReplyMessage, withAuthor } from '../subject.ts'
import { touchReply, touchThread } from '../touches.ts'
import type { Unit } from '../unit.ts'

const isAnswer = ({ reply }: ReplySubject) => reply.visibility === 'public' && !reply.note && !reply.status

/** The asker says which reply answers the thread. */
export const answerAccept = command({
  name: 'answer.accept',
  find: (unit, input) => findReplyMessage(unit, input.reply),
  access: ({ viewer, now }, subject) =>
    may(viewer, 'accept', { ...subject, reply: null }, now) && isAnswer(subject) ? 'allowed' : 'forbidden',
  run: (unit, subject, input) => mark(unit, subject, 'accepted_id', input.on),
})

/** The team says that a reply of theirs is the official answer. */
export const answerOfficial = command({
  name: 'answer.official',
  find: async (unit, input) => withAuthor(unit, await findReplyMessage(unit, input.reply)),
  access: ({ viewer, now }, subject) =>
    may(viewer, 'official', subject, now) && isAnswer(subject) ? 'allowed' : 'forbidden',
  run: (unit, subject, input) => mark(unit, subject, 'official_id', input.on),
})

async function mark(
  unit: Unit,
  { thread, reply }: ReplySubject,
  column: 'accepted_id' | 'official_id',
  on: boolean,
): Promise<string> {
  const before = thread[column]
  const after = on ? reply.id : null
  if (before === after || (!on && before !== reply.id)) return reply.id
  await updateThread(unit.db, thread.id, { [column]: after })
  touchThread(unit, thread)
  touchReply(unit, thread, reply)
  const replaced = on && before ? await findReply(unit.db, thread.site_id, before) : undefined
  if (replaced) touchReply(unit, thread, replaced)
  return reply.id
}
