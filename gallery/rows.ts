import type { OwnView } from '../server/contract/own.ts'
import type { PersonRef } from '../server/contract/person.ts'
import type { Snapshot, ThreadDetail } from '../server/contract/reads.ts'
import type { ReplyView } from '../server/contract/reply.ts'
import type { SiteView } from '../server/contract/site.ts'
import type { Tree } from '../server/contract/text.ts'
import type { ThreadView } from '../server/contract/thread.ts'

export const EPOCH = 'e_gallery'
/** The position all reads are as of. */
export const AS_OF = 100

const MINUTE = 60_000
/** When the gallery was opened: what is told of times stays the same for as long as one looks. */
const OPENED = Date.now()
export const now = (): number => OPENED
export const ago = (minutes: number): number => OPENED - minutes * MINUTE

const person = (id: string, name: string, staff = false): PersonRef => ({ id: `p_${id}`, name, staff })
export const anna = person('anna', 'Anna R.')
export const tom = person('tom', 'Tom')
export const salma = person('salma', 'سلمى')
export const giulia = person('giulia', 'Giulia', true)
export const marco = person('marco', 'Marco', true)
export const me = person('me', 'Anna R.')

export const text = (words: string): Tree => [{ t: 'p', c: [words] }]

const PRICING = { key: 'https://acme.example/pricing', url: 'https://acme.example/pricing', title: 'Pricing' }

export const site = (changed: Partial<SiteView> = {}): SiteView => ({
  id: 's_gallery',
  seq: 1,
  brand: 'Acme',
  locale: 'en',
  kinds: ['question', 'idea', 'problem', 'praise'],
  closed: false,
  verifiedOnly: false,
  team: ['Giulia', 'Marco'],
  ...changed,
})

export const thread = (id: string, changed: Partial<ThreadView> = {}): ThreadView => ({
  id: `t_${id}`,
  seq: 1,
  kind: 'question',
  title: 'Can I pause my plan?',
  excerpt: 'I’m away for two months and would rather not lose my history.',
  language: 'en',
  page: PRICING,
  author: anna,
  status: 'open',
  statusNote: null,
  answered: false,
  answer: null,
  votes: 14,
  replies: 0,
  lastReply: null,
  createdAt: ago(20),
  activityAt: ago(20),
  editedAt: null,
  retitled: false,
  pinned: false,
  locked: false,
  labels: [],
  visibility: 'public',
  removal: null,
  can: ['reply', 'vote'],
  ...changed,
})

export const reply = (id: string, position: number, changed: Partial<ReplyView> = {}): ReplyView => ({
  id: `r_${id}`,
  seq: 1,
  thread: 't_pause',
  position,
  author: tom,
  body: text('Same here. Even only the preview would help.'),
  to: null,
  note: false,
  status: null,
  official: false,
  accepted: false,
  votes: 0,
  createdAt: ago(15),
  editedAt: null,
  visibility: 'public',
  removal: null,
  can: ['vote'],
  ...changed,
})

export const own = (id: string, changed: Partial<OwnView> = {}): OwnView => ({
  id,
  seq: 1,
  voted: true,
  author: true,
  following: false,
  reported: false,
  mentioned: false,
  seen: null,
  can: ['edit', 'delete'],
  source: 'I’m away for two months.',
  thread: null,
  body: null,
  reply: null,
  ...changed,
})

export const snapshot = (threads: readonly ThreadView[], changed: Partial<Snapshot> = {}): Snapshot => ({
  protocol: 1,
  offers: ['images'],
  epoch: EPOCH,
  asOf: AS_OF,
  site: site(),
  counts: { all: threads.length, question: threads.length, idea: 0, problem: 0, praise: 0 },
  threads: [...threads],
  next: null,
  ...changed,
})

export const detail = (
  head: ThreadView,
  replies: readonly ReplyView[],
  changed: Partial<ThreadDetail> = {},
): ThreadDetail => ({
  epoch: EPOCH,
  asOf: AS_OF,
  thread: head,
  body: text('I’m away for two months and would rather not lose my history. Can I pause it?'),
  replies: [...replies],
  answers: [],
  earlier: 0,
  before: null,
  ...changed,
})
