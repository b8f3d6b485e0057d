import { cooled, warmed } from '../../lib/heat.ts'
import { updateReply } from '../../store/replies.ts'
import { updateThread } from '../../store/threads.ts'
import { addVote, removeVote } from '../../store/votes.ts'
import { may } from '../access.ts'
import { command } from '../command.ts'
import { findMessage } from '../subject.ts'
import { touchOwn, touchReply, touchThread } from '../touches.ts'

/** Supports a message, or stops. Saying the same twice is fine and changes nothing. */
export const voteSet = command({
  name: 'vote.set',
  find: async (unit, input) => {
    const subject = await findMessage(unit, input.id)
    const { canonical_id } = subject.thread
    // A vote for what was merged is one for what it leads to.
    return canonical_id && !subject.reply ? findMessage(unit, canonical_id) : subject
  },
  access: ({ viewer, now }, subject) => (may(viewer, 'vote', subject, now) ? 'allowed' : 'forbidden'),
  async run(unit, { thread, reply }, { id: named, on }) {
    const { id } = reply ?? thread
    const { db, viewer, now } = unit
    const vote = { site_id: viewer.site.id, target_id: id, person_id: viewer.person.id, created_at: now }
    const at = on ? await addVote(db, vote) : await removeVote(db, id, viewer.person.id)
    if (at === null) return named
    const votes = (reply ?? thread).votes + (on ? 1 : -1)
    if (reply) await updateReply(db, id, { votes })
    else {
      const heat = on ? warmed(thread.heat, at) : cooled(thread.heat, at, thread.created_at)
      await updateThread(db, id, { votes, heat })
    }
    if (reply) touchReply(unit, thread, reply)
    else touchThread(unit, thread)
    touchOwn(unit, id, viewer.person.id)
    if (named !== id) touchOwn(unit, named, viewer.person.id)
    return named
  },
})
