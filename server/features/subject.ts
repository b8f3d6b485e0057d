import { AppError } from '../lib/app-error.ts'
import { findPerson } from '../store/people.ts'
import { findReply } from '../store/replies.ts'
import type { ReplyRow } from '../store/rows.ts'
import { lockThread } from '../store/threads.ts'
import type { Subject } from './access.ts'
import { maySee } from './access.ts'
import { speaksForTeam } from './speaks-for-team.ts'
import type { Unit } from './unit.ts'

/** The message of that id, its thread held until commit. @throws AppError `not_found`, also when the viewer may not know it */
export async function findMessage(unit: Unit, id: string): Promise<Subject> {
  const { db, dialect, viewer } = unit
  const found = id.startsWith('r_') ? await findReply(db, viewer.site.id, id) : null
  if (found === undefined) throw new AppError('not_found')
  const thread = await lockThread(db, dialect, viewer.site.id, found?.thread_id ?? id)
  if (!thread) throw new AppError('not_found')
  // Read again: somebody else may have changed the reply while we waited for its thread.
  const reply = found ? ((await findReply(db, viewer.site.id, id)) ?? null) : null
  const subject = { site: viewer.site, thread, reply }
  if (!maySee(viewer, subject)) throw new AppError('not_found')
  return subject
}

export type ReplySubject = Subject & { reply: ReplyRow }

/** The same for what must be a reply. */
export async function findReplyMessage(unit: Unit, id: string): Promise<ReplySubject> {
  const subject = await findMessage(unit, id)
  if (!subject.reply) throw new AppError('not_found')
  return { ...subject, reply: subject.reply }
}

/** Adds whether a message is the team's own. */
export async function withAuthor<S extends Subject>(
  unit: Unit,
  subject: S,
): Promise<S & { byStaff: boolean }> {
  const { author_id } = subject.reply ?? subject.thread
  const author = await findPerson(unit.db, unit.viewer.site.id, author_id)
  return { ...subject, byStaff: speaksForTeam(author) }
}
