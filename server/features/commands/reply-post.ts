import { AppError } from '../../lib/app-error.ts'
import { findReply, repliesAfter } from '../../store/replies.ts'
import type { ThreadRow } from '../../store/rows.ts'
import type { Subject } from '../access.ts'
import { may } from '../access.ts'
import type { Verdict } from '../command.ts'
import { command } from '../command.ts'
import { createLoader } from '../loader.ts'
import { gatherReplies } from '../records.ts'
import { findMessage } from '../subject.ts'
import { messageText } from '../text/message-text.ts'
import type { Unit } from '../unit.ts'
import { audienceOf } from '../viewer.ts'
import { replyView } from '../views.ts'
import { writeReply } from '../write-message.ts'

/** Answers in a thread. What answers a note becomes a note: an internal word never turns public by accident. */
export const replyPost = command({
  name: 'reply.post',
  find: (unit, input) => findMessage(unit, input.thread),
  access: (unit, subject) => mayReply(unit, subject),
  run: (unit, { thread }, input) =>
    write(unit, thread.id, input.to, async to => {
      const note = to?.note === 1
      if (!note && input.seen !== undefined && !input.force) await assertFresh(unit, thread, input.seen)
      return writeReply(unit, thread, {
        text: messageText(input.body),
        to: to?.id ?? null,
        note,
        status: null,
        language: input.language,
        images: input.images,
      })
    }),
})

/** Writes for the team's eyes only. */
export const noteAdd = command({
  name: 'note.add',
  find: (unit, input) => findMessage(unit, input.thread),
  access: ({ viewer, now }, subject) => (may(viewer, 'note', subject, now) ? 'allowed' : 'forbidden'),
  run: (unit, { thread }, input) =>
    write(unit, thread.id, input.to, to =>
      writeReply(unit, thread, {
        text: messageText(input.body),
        to: to?.id ?? null,
        note: true,
        status: null,
        language: input.language,
        images: input.images,
      }),
    ),
})

function mayReply({ viewer, now }: Unit, subject: Subject): Verdict {
  if (may(viewer, 'reply', subject, now)) return 'allowed'
  if (subject.site.closed) return 'site_closed'
  if (subject.thread.canonical_id !== null) return 'thread_merged'
  return subject.thread.locked ? 'thread_locked' : 'forbidden'
}

/** Nobody of the team answers what a colleague just answered: replies they have not seen come back with the refusal. */
async function assertFresh({ db, viewer }: Unit, thread: ThreadRow, seen: number): Promise<void> {
  if (!viewer.role) return
  const rows = await repliesAfter(db, thread.id, seen)
  const others = rows.filter(row => row.author_id !== viewer.person.id)
  if (others.length === 0) return
  const records = await gatherReplies(
    createLoader(db, viewer.site.id),
    viewer.site,
    others,
    new Map([[thread.id, thread]]),
  )
  const newer = records.flatMap(record => replyView(record, audienceOf(viewer)) ?? [])
  throw new AppError('stale', { newer })
}

type Target = Awaited<ReturnType<typeof findReply>>

/** Resolves the reply being answered, which must be one the viewer sees in the same thread. */
async function write(
  unit: Unit,
  threadId: string,
  toId: string | undefined,
  add: (to: Target) => Promise<{ id: string }>,
): Promise<string> {
  const to = toId === undefined ? undefined : await findReply(unit.db, unit.viewer.site.id, toId)
  const hidden = to?.note === 1 && !unit.viewer.role
  if (toId !== undefined && (!to || to.thread_id !== threadId || hidden)) throw new AppError('not_found')
  return (await add(to)).id
}
