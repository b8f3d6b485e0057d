import type { Link } from '../../widget/model/types.ts'
import type { signal } from '../../widget/signals/signal.ts'
import { ago, anna, giulia, marco, now, own, salma, site, snapshot, thread, tom } from '../rows.ts'
import type { Scene, Stage } from '../scene.ts'

const answered = thread('pause', {
  answered: true,
  answer: {
    id: 'r_yes',
    author: giulia,
    excerpt: 'Yes – open Settings → Plan → Pause. Your history stays as it is, and so does your discount.',
    official: true,
    accepted: true,
    at: ago(12),
  },
  replies: 3,
  lastReply: { author: giulia, at: ago(12) },
})
const idea = thread('dark', {
  kind: 'idea',
  title: 'Dark mode for invoices',
  excerpt: 'I read invoices on my phone at night and the white page is very bright.',
  author: tom,
  status: 'planned',
  votes: 86,
  replies: 21,
  lastReply: { author: marco, at: ago(120) },
  createdAt: ago(60 * 26),
})
const problem = thread('export', {
  kind: 'problem',
  title: 'تصدير الفواتير لا ينتهي على سفاري',
  excerpt: 'أضغط على زر التصدير ثم لا يحدث شيء.',
  language: 'ar',
  author: salma,
  status: 'progress',
  votes: 7,
  createdAt: ago(60 * 50),
})
const praise = thread('thanks', {
  kind: 'praise',
  title: 'The new invoices are lovely, thank you',
  excerpt: '',
  votes: 3,
  createdAt: ago(60 * 24 * 40),
})
const declined = thread('fax', {
  kind: 'idea',
  title: 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz by fax, and a title of some length',
  status: 'declined',
  excerpt: '',
  votes: 1,
})
const pinned = thread('read-first', { pinned: true, author: giulia, title: 'How we answer here', votes: 5 })
const gone = thread('spam', {
  title: '',
  excerpt: '',
  visibility: 'removed',
  removal: { by: 'brand', reason: 'Advertising' },
  can: [],
})

const full = snapshot([pinned, answered, idea, problem, praise, declined, gone], {
  counts: { all: 46, question: 22, idea: 14, problem: 7, praise: 3 },
  next: 'c_1',
})
/** Enough to stand behind something else. */
export const usual = snapshot([answered], { counts: full.counts, next: 'c_1' })

const linkIs =
  (link: Link) =>
  async ({ hand, conversation }: Stage) => {
    await hand.find('.toolbar .chips')
    ;(conversation.link as ReturnType<typeof signal<Link>>).value = link
  }

const searchFor =
  (words: string) =>
  async ({ hand }: Stage) => {
    await hand.click('#search')
    await hand.write('.search input', words)
    await hand.find('.results:not(:empty)')
  }

export const home: Readonly<Record<string, Scene>> = {
  'home.loading': { answers: {}, act: async ({ hand }) => void (await hand.find('.skeleton')) },
  'home.full': {
    answers: {
      snapshot: full,
      presence: { names: ['Giulia', 'Marco'], count: 2, replyMinutes: 15, backAt: null },
    },
    act: async ({ hand }) => void (await hand.find('.presence .on')),
  },
  'home.many-online': {
    answers: {
      snapshot: usual,
      presence: { names: ['Giulia', 'Marco'], count: 5, replyMinutes: 15, backAt: null },
    },
    act: async ({ hand }) => void (await hand.find('.presence .on')),
  },
  'home.back-tomorrow': {
    answers: {
      snapshot: usual,
      presence: { names: [], count: 0, replyMinutes: 180, backAt: now() + 15 * 60 * 60_000 },
    },
    act: async ({ hand }) => void (await hand.find('.presence span + span')),
  },
  'home.unread': {
    session: { token: 'token', id: 'p_me', name: 'Anna R.' },
    stored: { seen: { since: ago(60 * 24), at: {} } },
    answers: { snapshot: full, own: [own('t_dark', { author: false, can: [], source: null })] },
    act: async ({ hand }) => void (await hand.find('.card .mark')),
  },
  'home.merged-card': {
    answers: {
      snapshot: snapshot([
        thread('moved', {
          title: 'Night mode for invoices',
          kind: 'idea',
          can: [],
          merged: { id: 't_dark', title: 'Dark mode for invoices' },
        }),
      ]),
    },
    act: async ({ hand }) => void (await hand.find('.meta .link')),
  },
  'home.first-use': {
    answers: { snapshot: snapshot([]) },
    act: async ({ hand }) => void (await hand.find('.nothing .choices')),
  },
  'home.closed-site': {
    answers: { snapshot: { ...usual, site: site({ closed: true }) } },
    act: async ({ hand }) => void (await hand.find('.toolbar .chips')),
  },
  'home.privacy': {
    answers: {
      snapshot: { ...snapshot([answered]), site: site({ privacy: 'https://acme.example/privacy' }) },
    },
    act: async ({ hand }) => void (await hand.find('footer a')),
  },
  'home.load-failed': {
    answers: { snapshot: { code: 'internal' } },
    act: async ({ hand }) => void (await hand.find('.failed a')),
  },
  'home.offline': { answers: { snapshot: usual, silent: true }, act: linkIs('offline') },
  'home.reconnecting': { answers: { snapshot: usual, silent: true }, act: linkIs('reconnecting') },
  'home.paused': { answers: { snapshot: usual, silent: true }, act: linkIs('paused') },
  'home.new-posts': {
    answers: { snapshot: usual },
    act: async ({ hand, wire }) => {
      await hand.find('.toolbar .chips')
      const fresh = [101, 102, 103].map(seq =>
        thread(`new-${seq}`, { seq, author: anna, activityAt: Date.now() + seq, createdAt: Date.now() }),
      )
      wire.frame(fresh.map(row => ({ op: 'put', entity: 'thread', id: row.id, seq: row.seq, row })))
      await hand.find('.pill')
    },
  },
  'home.search': {
    answers: {
      snapshot: usual,
      search: { epoch: 'e_gallery', asOf: 100, threads: [answered, idea], total: 2, next: null },
    },
    act: searchFor('invoices'),
  },
  'home.nothing-found': {
    answers: {
      snapshot: usual,
      search: { epoch: 'e_gallery', asOf: 100, threads: [], total: 0, next: null },
    },
    act: async stage => {
      await searchFor('fax machines')(stage)
      await stage.hand.find('.nothing .choices')
    },
  },
}
