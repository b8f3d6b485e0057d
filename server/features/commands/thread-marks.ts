import type { Updateable } from 'kysely'
import { LABELS_PER_THREAD } from '../../contract/limits.ts'
import type { Action } from '../../contract/moderation.ts'
import { AppError } from '../../lib/app-error.ts'
import { addLabel, labelsOf, removeLabel, upsertLabel } from '../../store/labels.ts'
import type { ThreadTable } from '../../store/message-tables.ts'
import { findPerson } from '../../store/people.ts'
import { indexRoot } from '../../store/search.ts'
import { updateThread } from '../../store/threads.ts'
import type { Subject } from '../access.ts'
import { may } from '../access.ts'
import type { Verdict } from '../command.ts'
import { command } from '../command.ts'
import { touchMerged } from '../merging.ts'
import { findMessage } from '../subject.ts'
import { cutExcerpt } from '../text/cut.ts'
import { plainText } from '../text/parse.ts'
import { touchThread } from '../touches.ts'
import type { Unit } from '../unit.ts'

const allowed =
  (action: Action) =>
  ({ viewer, now }: Unit, subject: Subject): Verdict =>
    may(viewer, action, subject, now) ? 'allowed' : 'forbidden'

const find = (unit: Unit, input: { thread: string }) => findMessage(unit, input.thread)

async function set(unit: Unit, { thread }: Subject, columns: Updateable<ThreadTable>): Promise<string> {
  await updateThread(unit.db, thread.id, columns)
  touchThread(unit, thread)
  return thread.id
}

/** Keeps a thread above the others, or lets it go. */
export const threadPin = command({
  name: 'thread.pin',
  find,
  access: allowed('pin'),
  run: (unit, subject, { on }) => set(unit, subject, { pinned: on ? 1 : 0 }),
})

/** Ends a thread for visitors; it can still be read and voted on. */
export const threadLock = command({
  name: 'thread.lock',
  find,
  access: allowed('lock'),
  run: (unit, subject, { on }) => set(unit, subject, { locked: on ? 1 : 0 }),
})

/** Gives a thread a title its author did not write; readers are told. */
export const threadRetitle = command({
  name: 'thread.retitle',
  find,
  access: allowed('retitle'),
  async run(unit, subject, input) {
    const { thread } = subject
    const title = input.title.replace(/\s+/g, ' ').trim()
    if (title === '') throw new AppError('text_empty')
    const text = plainText(JSON.parse(thread.tree))
    await indexRoot(unit.db, {
      siteId: thread.site_id,
      threadId: thread.id,
      title,
      text,
      language: thread.language ?? subject.site.locale,
    })
    await touchMerged(unit, thread)
    // The first sentence is no longer in the title, so the card shows it again.
    return set(unit, subject, { title, retitled: 1, excerpt: cutExcerpt(text) })
  },
})

/** Makes somebody of the team responsible. `from` guards against two people assigning at once. */
export const threadAssign = command({
  name: 'thread.assign',
  find,
  access: allowed('assign'),
  async run(unit, { thread }, { to, from }) {
    if (from !== undefined && from !== thread.assignee_id) throw new AppError('stale')
    const person = to === null ? null : await findPerson(unit.db, thread.site_id, to)
    if (person === undefined || person?.role === null || person?.role === 'viewer')
      throw new AppError('not_found')
    await updateThread(unit.db, thread.id, { assignee_id: to })
    touchThread(unit, thread, { audience: 'staff' })
    return thread.id
  },
})

/** Puts a thread on pages where it was not started, or takes it off them. */
export const threadAnnounce = command({
  name: 'thread.announce',
  find,
  access: allowed('announce'),
  async run(unit, { thread }, { announce }) {
    const announced = announce === null ? null : JSON.stringify(announce)
    await updateThread(unit.db, thread.id, { announced })
    // Told on every page: on some it comes, from others it goes.
    touchThread(unit, { ...thread, announced: announced ?? thread.announced ?? '[]' })
    return thread.id
  },
})

/** Takes a thread out of the team's queues, without a word in public, until a visitor writes again. */
export const threadDone = command({
  name: 'thread.done',
  find,
  access: allowed('done'),
  async run(unit, { thread }, { on }) {
    await updateThread(unit.db, thread.id, { done_at: on ? unit.now : null })
    touchThread(unit, thread, { audience: 'staff' })
    return thread.id
  },
})

/** Puts a label on a thread, made when new, or takes it off. */
export const threadLabel = command({
  name: 'thread.label',
  find,
  access: allowed('label'),
  async run(unit, { thread }, input) {
    const name = input.label.replace(/\s+/g, ' ').trim()
    if (name === '') throw new AppError('text_empty')
    if (input.on) {
      const present = await labelsOf(unit.db, [thread.id])
      if (present.length >= LABELS_PER_THREAD && !present.some(label => label.name === name))
        throw new AppError('invalid', {
          issues: [{ path: 'label', message: `At most ${LABELS_PER_THREAD} labels` }],
        })
      const label = await upsertLabel(unit.db, thread.site_id, name)
      await addLabel(unit.db, thread.site_id, thread.id, label.id)
    } else await removeLabel(unit.db, thread.site_id, thread.id, name)
    touchThread(unit, thread)
    return thread.id
  },
})
