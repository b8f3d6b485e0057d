import { INLINE_ACTIONS, RESTORE_MS, STATUSES_BY_KIND } from '../contract/limits.ts'
import type { Action } from '../contract/moderation.ts'
import type { Role } from '../contract/person.ts'
import type { Kind } from '../contract/site.ts'
import type { Status } from '../contract/thread.ts'
import type { ReplyRow, SiteRow, ThreadRow } from '../store/rows.ts'
import type { Audience, Viewer } from './viewer.ts'
import { audienceOf } from './viewer.ts'

/** A message with what decides about it. The root message of a thread has no reply. */
export interface Subject {
  site: SiteRow
  thread: ThreadRow
  reply: ReplyRow | null
  /** Whether the reply is the team's: only such a one can be the official answer. Left out where nobody asks. */
  byStaff?: boolean
}

/** Which roles may do what to a message. What is not listed here nobody of the team may. */
export const staffActions = {
  reply: ['owner', 'admin', 'agent', 'moderator'],
  note: ['owner', 'admin', 'agent', 'moderator'],
  status: ['owner', 'admin', 'agent'],
  official: ['owner', 'admin', 'agent'],
  pin: ['owner', 'admin', 'agent'],
  assign: ['owner', 'admin', 'agent'],
  lock: ['owner', 'admin', 'agent', 'moderator'],
  hide: ['owner', 'admin', 'agent', 'moderator'],
  show: ['owner', 'admin', 'agent', 'moderator'],
  hold: ['owner', 'admin', 'agent', 'moderator'],
  spam: ['owner', 'admin', 'agent', 'moderator'],
  ban: ['owner', 'admin', 'moderator'],
  trust: ['owner', 'admin', 'moderator'],
  done: ['owner', 'admin', 'agent', 'moderator'],
  merge: ['owner', 'admin', 'agent'],
  unmerge: ['owner', 'admin', 'agent'],
  announce: ['owner', 'admin', 'agent'],
  retitle: ['owner', 'admin', 'agent', 'moderator'],
  label: ['owner', 'admin', 'agent', 'moderator'],
} as const satisfies Partial<Record<Action, readonly Role[]>>
const rolesOf: Partial<Record<Action, readonly Role[]>> = staffActions

/** What is done to a site as a whole, and by whom. What is not listed here nobody may. */
export const siteActions = {
  /** See how the site is set up, and its numbers. */
  insights: ['owner', 'admin', 'agent', 'moderator', 'viewer'],
  settings: ['owner', 'admin', 'agent', 'moderator', 'viewer'],
  configure: ['owner', 'admin'],
  moderation: ['owner', 'admin'],
  audit: ['owner', 'admin'],
  labels: ['owner', 'admin', 'agent'],
  savedReplies: ['owner', 'admin', 'agent', 'moderator'],
  savedViews: ['owner', 'admin', 'agent'],
  team: ['owner', 'admin'],
  keys: ['owner'],
} as const satisfies Record<string, readonly Role[]>
export type SiteAction = keyof typeof siteActions

export const mayOnSite = (role: Role | null, action: SiteAction): boolean =>
  role !== null && (siteActions[action] as readonly Role[]).includes(role)

/** Whether a viewer may decide about a visitor. */
export const mayJudge = ({ role }: Viewer, action: 'ban' | 'trust'): boolean =>
  role !== null && (staffActions[action] as readonly Role[]).includes(role)

/** Whether a viewer may put a thread on pages where it was not started. */
export const mayAnnounce = ({ role }: Viewer): boolean =>
  role !== null && (staffActions.announce as readonly Role[]).includes(role)

/** Whether somebody may write at all. Viewers read, also what they wrote while they had another role. */
export const mayWrite = ({ role }: Viewer): boolean => role !== 'viewer'

const statusesByKind: Record<Kind, readonly Status[]> = STATUSES_BY_KIND

export const takesStatus = (kind: Kind, status: Status) => statusesByKind[kind].includes(status)

const row = ({ thread, reply }: Subject) => reply ?? thread

const isInline = (action: Action) => (INLINE_ACTIONS as readonly Action[]).includes(action)

/** What everybody of an audience may do with a message. */
export function abilities(subject: Subject, audience: Audience): Action[] {
  if (audience.kind !== 'staff') return visitorAbilities(subject)
  const all = staffAbilities(subject, audience.role)
  return audience.inline ? all.filter(isInline) : all
}

/** A reply's abilities do not depend on its thread, so that locking a long thread changes one entity. */
function visitorAbilities({ site, thread, reply }: Subject): Action[] {
  if (reply) return reply.visibility === 'public' && !reply.note && !reply.status ? ['vote', 'report'] : []
  if (thread.visibility !== 'public' || thread.canonical_id !== null) return []
  const always: Action[] = ['vote', 'report', 'follow']
  return thread.locked || site.closed ? always : ['reply', ...always]
}

function staffAbilities(subject: Subject, role: Role): Action[] {
  return (Object.keys(staffActions) as Action[]).filter(
    action => rolesOf[action]?.includes(role) && fits(action, subject),
  )
}

/** Whether an action of the team makes sense for the message as it stands. */
function fits(action: Action, { thread, reply, byStaff = false }: Subject): boolean {
  return reply ? fitsReply(action, reply, byStaff) : fitsThread(action, thread, byStaff)
}

const isGone = ({ visibility }: ThreadRow | ReplyRow) => visibility !== 'public' && visibility !== 'held'

/** What moderators may decide about a message as it stands; undefined for what is not theirs to ask. */
function fitsModeration(
  action: Action,
  message: ThreadRow | ReplyRow,
  byStaff: boolean,
): boolean | undefined {
  const takenByTeam = isGone(message) && message.removed_by === 'brand'
  switch (action) {
    case 'show':
      return message.visibility === 'held' || message.reports > 0 || takenByTeam
    case 'hold':
      return !byStaff && (message.visibility === 'public' || takenByTeam)
    case 'hide':
      return !isGone(message)
    case 'spam':
      return !byStaff && (!isGone(message) || (takenByTeam && message.visibility !== 'spam'))
    case 'ban':
    case 'trust':
      return !byStaff
    default:
      return undefined
  }
}

function fitsReply(action: Action, reply: ReplyRow, byStaff: boolean): boolean {
  if (reply.note || reply.status) return false
  return (
    fitsModeration(action, reply, byStaff) ??
    (action === 'official' && byStaff && reply.visibility === 'public')
  )
}

function fitsThread(action: Action, thread: ThreadRow, byStaff: boolean): boolean {
  const moderation = fitsModeration(action, thread, byStaff)
  if (moderation !== undefined) return moderation
  if (isGone(thread) || action === 'official') return false
  // What stands for another thread is answered, judged and sorted there.
  if (thread.canonical_id !== null) return action === 'unmerge' || action === 'note'
  if (action === 'unmerge') return false
  if (action === 'merge' || action === 'announce') return thread.visibility === 'public'
  if (action === 'status') return statusesByKind[thread.kind].length > 0 && thread.visibility === 'public'
  return action !== 'reply' || thread.visibility === 'public'
}

/** What a person may do with a message beyond their audience. `accept` on a thread: choose among its replies. */
export function ownAbilities(subject: Subject, personId: string, now: number): Action[] {
  const message = row(subject)
  if (message.author_id !== personId) return []
  if (isGone(message))
    return message.removed_by === 'author' && now - (message.removed_at ?? 0) <= RESTORE_MS ? ['restore'] : []
  if (subject.reply?.status) return []
  const accepts =
    !subject.reply && message.visibility === 'public' && ['question', 'problem'].includes(subject.thread.kind)
  return accepts ? ['edit', 'delete', 'accept'] : ['edit', 'delete']
}

/** The one question every command asks. */
export function may(viewer: Viewer, action: Action, subject: Subject, now: number): boolean {
  const { person } = viewer
  const isOwn = row(subject).author_id === person?.id
  if (isOwn && (action === 'vote' || action === 'report')) return false
  return (
    abilities(subject, audienceOf(viewer)).includes(action) ||
    (person !== null && !viewer.inline && ownAbilities(subject, person.id, now).includes(action))
  )
}

const PRIVATE = ['held', 'dropped']

/** Whether a viewer may know the message exists. Of spam only the team does, to think better of it. */
export function maySee(viewer: Viewer, subject: Subject): boolean {
  const { thread, reply } = subject
  const seesAll = viewer.role !== null
  const sees = (message: ThreadRow | ReplyRow) =>
    seesAll ||
    (message.visibility !== 'spam' &&
      (!PRIVATE.includes(message.visibility) || message.author_id === viewer.person?.id))
  return sees(thread) && (!reply || (reply.note ? seesAll : sees(reply)))
}
