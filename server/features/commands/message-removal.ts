import { forgetReports, recallReports } from '../../store/reports.ts'
import { may } from '../access.ts'
import { command } from '../command.ts'
import { findMessage, withAuthor } from '../subject.ts'
import { bringBack, holdMessage, markSpam, removeMessage } from '../visibility.ts'

/** Takes one's own message back. It can be restored for a day. */
export const messageDelete = command({
  name: 'message.delete',
  find: (unit, input) => findMessage(unit, input.id),
  access: ({ viewer, now }, subject) => (may(viewer, 'delete', subject, now) ? 'allowed' : 'forbidden'),
  run: (unit, subject) => removeMessage(unit, subject, 'author', null),
})

export const messageRestore = command({
  name: 'message.restore',
  find: (unit, input) => findMessage(unit, input.id),
  access: ({ viewer, now }, subject) => {
    if (may(viewer, 'restore', subject, now)) return 'allowed'
    const message = subject.reply ?? subject.thread
    const mine = message.author_id === viewer.person.id && message.removed_by === 'author'
    return mine ? 'restore_expired' : 'forbidden'
  },
  run: (unit, subject) =>
    bringBack(unit, subject, (subject.reply ?? subject.thread).removed_from ?? 'public'),
})

/** The team takes a message out of sight and says why, to everybody. */
export const messageHide = command({
  name: 'message.hide',
  find: (unit, input) => findMessage(unit, input.id),
  access: ({ viewer, now }, subject, input) => {
    if (!may(viewer, 'hide', subject, now)) return 'forbidden'
    return input.reason.trim() === '' ? 'reason_required' : 'allowed'
  },
  run: (unit, subject, input) => removeMessage(unit, subject, 'brand', input.reason.trim()),
})

/**
 * Shows what was hidden, approves what was held, and answers what was reported: it may stay. Reports of what comes back
 * are not answered by that: taking back a hide leaves them where they were.
 */
export const messageShow = command({
  name: 'message.show',
  find: (unit, input) => findMessage(unit, input.id),
  // What was let stand is to be shown no more than it is: it can be hidden, so it can be looked at again.
  access: ({ viewer, now }, subject, { reported }) =>
    may(viewer, reported ? 'hide' : 'show', subject, now) ? 'allowed' : 'forbidden',
  run: async (unit, subject, { reported }) => {
    const message = subject.reply ?? subject.thread
    const table = subject.reply ? 'reply' : 'thread'
    if (reported) await recallReports(unit.db, table, message.id)
    else if (message.removed_by === null) await forgetReports(unit.db, table, message.id)
    return bringBack(unit, subject, 'public')
  },
})

/** Lets a message wait again: the way back from approving, hiding and marking as spam. */
export const messageHold = command({
  name: 'message.hold',
  find: async (unit, input) => withAuthor(unit, await findMessage(unit, input.id)),
  access: ({ viewer, now }, subject) => (may(viewer, 'hold', subject, now) ? 'allowed' : 'forbidden'),
  run: (unit, subject) => holdMessage(unit, subject),
})

/** Takes a message away without a trace: no tombstone, nothing on its author's own list. */
export const messageSpam = command({
  name: 'message.spam',
  find: async (unit, input) => withAuthor(unit, await findMessage(unit, input.id)),
  access: ({ viewer, now }, subject) => (may(viewer, 'spam', subject, now) ? 'allowed' : 'forbidden'),
  run: (unit, subject) => markSpam(unit, subject),
})
