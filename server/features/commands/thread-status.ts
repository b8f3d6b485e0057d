import { updateThread } from '../../store/threads.ts'
import { may, takesStatus } from '../access.ts'
import { command } from '../command.ts'
import { findMessage } from '../subject.ts'
import { messageText } from '../text/message-text.ts'
import { wordless, writeReply } from '../write-message.ts'

/**
 * Says where an idea or a problem stands. The change is an entry of the thread whose text is the public reason.
 * Declining without one is refused, and so is shipping without a link to where it can be seen.
 */
export const threadStatus = command({
  name: 'thread.status',
  find: (unit, input) => findMessage(unit, input.thread),
  access: ({ viewer, now }, subject, input) => {
    if (!may(viewer, 'status', subject, now)) return 'forbidden'
    if (!takesStatus(subject.thread.kind, input.status)) return 'invalid'
    if (input.status === 'declined' && !input.reason?.trim()) return 'reason_required'
    return input.status === 'shipped' && !input.link ? 'link_required' : 'allowed'
  },
  async run(unit, { thread }, input) {
    const reason = input.reason?.trim() ?? ''
    if (thread.status === input.status && reason === '') return thread.id
    const text = reason === '' ? wordless : messageText(reason)
    await updateThread(unit.db, thread.id, {
      status: input.status,
      status_reason: reason === '' ? null : text.plain,
      status_link: input.link ?? null,
      status_by: unit.viewer.person.id,
      status_at: unit.now,
    })
    // Who waits is written to about words, not about every step.
    const quiet = reason === '' && !input.link
    await writeReply(unit, thread, { text, to: null, note: false, status: input.status, quiet })
    return thread.id
  },
})
