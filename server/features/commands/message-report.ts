import { updateReply } from '../../store/replies.ts'
import { addReport } from '../../store/reports.ts'
import { updateThread } from '../../store/threads.ts'
import { may } from '../access.ts'
import { command } from '../command.ts'
import { findMessage } from '../subject.ts'
import { touchOwn, touchReply, touchThread } from '../touches.ts'

/** Tells the team, and nobody else, that a message should not be there. A second report of the same person adds nothing. */
export const messageReport = command({
  name: 'message.report',
  find: (unit, input) => findMessage(unit, input.id),
  access: ({ viewer, now }, subject) => (may(viewer, 'report', subject, now) ? 'allowed' : 'forbidden'),
  async run(unit, { thread, reply }, { id, reason, words = '' }) {
    const { db, viewer, now } = unit
    const added = await addReport(db, {
      ...{ site_id: viewer.site.id, message_id: id, person_id: viewer.person.id, created_at: now },
      reason,
      words: words.trim(),
    })
    if (!added) return id
    const reports = (reply ?? thread).reports + 1
    if (reply) await updateReply(db, id, { reports })
    else await updateThread(db, id, { reports })
    if (reply) touchReply(unit, thread, reply, { audience: 'staff' })
    else touchThread(unit, thread, { audience: 'staff' })
    touchOwn(unit, id, viewer.person.id)
    return id
  },
})
