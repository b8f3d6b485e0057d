import { setFollowing, stopFollowingMerged } from '../../store/marks.ts'
import { updateThread } from '../../store/threads.ts'
import { may } from '../access.ts'
import { command } from '../command.ts'
import { findMessage } from '../subject.ts'
import { touchOwn } from '../touches.ts'

/** Wants to hear of replies, or no more. */
export const threadFollow = command({
  name: 'thread.follow',
  find: (unit, input) => findMessage(unit, input.thread),
  // Who wants to hear no more need not be able to follow it anew.
  access: ({ viewer, now }, subject, { on }) =>
    may(viewer, 'follow', subject, now) || (!on && viewer.role === null) ? 'allowed' : 'forbidden',
  async run(unit, { thread }, { on }) {
    const { db, viewer, now } = unit
    await setFollowing(db, {
      ...{ site_id: thread.site_id, thread_id: thread.id, person_id: viewer.person.id, created_at: now },
      following: on ? 1 : 0,
    })
    if (!on) await stopFollowingMerged(db, thread.id, viewer.person.id)
    touchOwn(unit, thread.id, viewer.person.id)
    return thread.id
  },
})

/** Lets a waiting author know that somebody of the team has read them: once for each wait, by the first to do so. */
export const threadSeen = command({
  name: 'thread.seen',
  find: (unit, input) => findMessage(unit, input.thread),
  access: ({ viewer }) => (viewer.role ? 'allowed' : 'forbidden'),
  async run(unit, { thread }) {
    const { db, viewer, now } = unit
    const { waiting_since: since, seen_at: seen } = thread
    if (since === null || (seen !== null && seen >= since)) return thread.id
    await updateThread(db, thread.id, { seen_by: viewer.person.id, seen_at: now })
    touchOwn(unit, thread.id, thread.author_id)
    return thread.id
  },
})
