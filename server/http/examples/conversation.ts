import type { OwnView } from '../../contract/own.ts'
import type { PersonRef } from '../../contract/person.ts'
import type { ReplyView } from '../../contract/reply.ts'
import type { SiteView } from '../../contract/site.ts'
import type { Tree } from '../../contract/text.ts'
import type { ThreadView } from '../../contract/thread.ts'
import { exampleIds, exampleInstant, examplePage } from './ids.ts'

const MINUTE = 60_000

export const anna: PersonRef = { id: exampleIds.visitor, name: 'Anna R.', staff: false }
export const teresa: PersonRef = { id: exampleIds.staff, name: 'Teresa Galli', staff: true }

export const exampleSite: SiteView = {
  id: exampleIds.site,
  seq: 1,
  brand: 'Lume',
  locale: 'en',
  kinds: ['question', 'idea', 'problem', 'praise'],
  closed: false,
  verifiedOnly: false,
  team: ['Teresa'],
}

export const exampleBody: Tree = [{ t: 'p', c: ['Does the lamp remember its brightness after a power cut?'] }]
const answerText = 'Yes, and the colour too.'

export const exampleReply: ReplyView = {
  id: exampleIds.reply,
  seq: 42,
  thread: exampleIds.thread,
  position: 41,
  author: teresa,
  body: [{ t: 'p', c: [answerText] }],
  language: 'en',
  to: null,
  note: false,
  status: null,
  official: true,
  accepted: false,
  votes: 2,
  createdAt: exampleInstant + 12 * MINUTE,
  editedAt: null,
  visibility: 'public',
  removal: null,
  can: ['reply', 'vote'],
}

export const exampleThread: ThreadView = {
  id: exampleIds.thread,
  seq: 42,
  kind: 'question',
  title: 'Does the lamp remember its brightness after a power cut?',
  excerpt: 'Does the lamp remember its brightness after a power cut?',
  language: 'en',
  page: examplePage,
  author: anna,
  status: 'open',
  statusNote: null,
  answered: true,
  answer: {
    id: exampleIds.reply,
    author: teresa,
    excerpt: answerText,
    official: true,
    accepted: false,
    at: exampleReply.createdAt,
  },
  votes: 3,
  replies: 1,
  lastReply: { author: teresa, at: exampleReply.createdAt },
  createdAt: exampleInstant,
  activityAt: exampleReply.createdAt,
  editedAt: null,
  retitled: false,
  pinned: false,
  locked: false,
  labels: [],
  visibility: 'public',
  removal: null,
  can: ['reply', 'vote'],
}

export const exampleThreadForStaff: ThreadView = {
  ...exampleThread,
  can: ['reply', 'note', 'pin', 'lock', 'hide', 'retitle', 'assign', 'label'],
  staff: { assignee: null, waitingSince: null, notes: 0, reports: null, done: false, author: null },
}

export const exampleReplyForStaff: ReplyView = {
  ...exampleReply,
  can: ['reply', 'note', 'official', 'hide'],
  staff: { reports: null },
}

export const exampleOwn: OwnView = {
  id: exampleIds.thread,
  seq: 42,
  voted: false,
  author: true,
  following: true,
  reported: false,
  mentioned: false,
  seen: null,
  can: ['edit', 'delete', 'accept'],
  source: 'Does the lamp remember its brightness after a power cut?',
  thread: null,
  body: null,
  reply: null,
}
