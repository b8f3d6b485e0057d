import type { ThreadDetail } from '../../server/contract/reads.ts'
import type { ThreadView } from '../../server/contract/thread.ts'
import type { Answers, Refused } from '../answers.ts'
import { ago, anna, detail, giulia, marco, me, own, reply, snapshot, text, thread, tom } from '../rows.ts'
import type { Scene, Stage } from '../scene.ts'

const known = { token: 'token', id: 'p_me', name: 'Anna R.' }
const head = thread('pause', { replies: 4, lastReply: { author: tom, at: ago(3) } })
const answer = reply('yes', 1, {
  author: giulia,
  official: true,
  accepted: true,
  votes: 6,
  body: [
    {
      t: 'p',
      c: [
        'Yes – open ',
        { t: 'code', text: 'Settings → Plan → Pause' },
        '. ',
        { t: 'em', c: ['Your data'] },
        ' stays:',
      ],
    },
    { t: 'list', ordered: false, items: [[{ t: 'p', c: ['history'] }], [{ t: 'p', c: ['discount'] }]] },
    { t: 'quote', c: [{ t: 'p', c: ['would rather not lose my history'] }] },
    {
      t: 'pre',
      text: 'curl https://api.acme.example/v1/plans/pause?a_rather_long_line=that_does_not_fit_on_a_phone',
    },
    { t: 'p', c: [{ t: 'link', href: 'https://acme.example/help', c: ['More about pausing'] }] },
  ],
})
const asking = reply('discount', 2, {
  author: tom,
  votes: 2,
  createdAt: ago(3),
  to: { id: 'r_yes', author: giulia, quote: 'Yes – open Settings' },
  body: text('Does it keep my discount? وماذا عن الخصم؟'),
})
const edited = reply('edited', 3, {
  author: anna,
  editedAt: ago(1),
  createdAt: ago(2),
  body: text('It does. I asked.'),
})
const mine = reply('mine', 4, { author: me, createdAt: ago(1), body: text('Thanks, that helps.'), can: [] })
const all = [reply('first', 0), answer, asking, edited, mine]

const open = async ({ hand }: Stage, ready = '.answering textarea') => {
  await hand.find('.toolbar .chips')
  await hand.click(`#title-${head.id}`)
  await hand.find(ready)
}

const opened = (
  read: ThreadDetail | Refused,
  more: {
    ready?: string
    answers?: Answers
    act?: Scene['act']
    session?: Scene['session']
    stored?: Scene['stored']
  } = {},
): Scene => ({
  ...(more.session && { session: more.session }),
  ...(more.stored && { stored: more.stored }),
  answers: { snapshot: snapshot(['thread' in read ? read.thread : head]), thread: read, ...more.answers },
  act: async stage => {
    await open(stage, more.ready)
    await more.act?.(stage)
  },
})

const with_ = (changed: Partial<ThreadView>) => ({ ...head, ...changed })
const answering = (words: string) => async (stage: Stage) => {
  const field = '.answering textarea'
  // The thread's heading has the focus before anybody could be here.
  const heading = await stage.hand.find('#heading')
  await stage.hand.until(() => (heading.getRootNode() as ShadowRoot).activeElement === heading)
  await stage.hand.click(field)
  await stage.hand.find('.answering .send .main')
  await stage.hand.write(field, words)
  if (words) await stage.hand.click('.answering .send .main')
}

const image = (id: string, alt: string, hidden = false) => ({ id, alt, hidden, width: 640, height: 480 })
const pictured = reply('pictured', 2, {
  author: tom,
  body: text('It looks like this on mine.'),
  images: [
    image('m_front', 'The lamp on a desk, seen from the front'),
    image('m_back', ''),
    image('m_gone', '', true),
    image('m_plug', 'Its plug'),
  ],
})

export const threads: Readonly<Record<string, Scene>> = {
  'thread.full': opened(detail(with_({ answered: true }), all), {
    session: known,
    answers: { own: [own('r_mine'), own('t_pause', { can: ['edit', 'delete', 'accept'] })] },
  }),
  'thread.pictures': opened(detail(head, [pictured]), {
    act: async ({ hand }) => void (await hand.find('.picture')),
  }),
  'thread.picture': opened(detail(head, [pictured]), {
    act: async ({ hand }) => {
      await hand.click('.picture')
      await hand.find('.viewer canvas')
    },
  }),
  'thread.loading': {
    answers: { snapshot: snapshot([head]) },
    act: stage => open(stage, '.reader .skeleton'),
  },
  'thread.gone': opened({ code: 'not_found' }, { ready: '.reader .failed' }),
  'thread.load-failed': opened({ code: 'internal' }, { ready: '.reader .failed button' }),
  'thread.closed': opened(detail(with_({ locked: true, can: ['vote'] }), all), { ready: '.answering p' }),
  'thread.declined': opened(
    detail(
      with_({
        kind: 'idea',
        status: 'declined',
        statusNote: { reason: 'Too few have asked for it.', link: null, by: marco, at: ago(90) },
      }),
      [asking],
    ),
  ),
  'thread.merged': {
    answers: {
      snapshot: snapshot([head]),
      thread: detail(with_({ id: 't_dark', kind: 'idea', title: 'Dark mode for invoices' }), [asking]),
    },
    act: async stage => {
      await open(stage)
      const moved = with_({ seq: 101, can: [], merged: { id: 't_dark', title: 'Dark mode for invoices' } })
      stage.wire.frame([{ op: 'put', entity: 'thread', id: head.id, seq: 101, row: moved }])
      await stage.hand.find('.reader .closed')
    },
  },
  'thread.planned': opened(
    detail(
      with_({
        kind: 'idea',
        status: 'planned',
        statusNote: {
          reason: 'We start after the export work, hopefully in March.',
          link: null,
          by: marco,
          at: ago(90),
        },
      }),
      [
        reply('status', 0, {
          author: marco,
          status: 'planned',
          body: text('We start after the export work.'),
        }),
        asking,
      ],
    ),
  ),
  'thread.shipped': opened(
    detail(
      with_({
        kind: 'idea',
        status: 'shipped',
        statusNote: { reason: null, link: 'https://acme.example/news', by: marco, at: ago(90) },
      }),
      [],
    ),
  ),
  'thread.tombstones': opened(
    detail(head, [
      reply('deleted', 0, {
        visibility: 'removed',
        body: [],
        removal: { by: 'author', reason: null },
        can: [],
      }),
      reply('removed', 1, {
        visibility: 'removed',
        body: [],
        removal: { by: 'brand', reason: 'Advertising' },
        can: [],
      }),
      asking,
    ]),
  ),
  'thread.since': opened(detail(head, all, { earlier: 4, before: 'c_1' }), {
    session: known,
    stored: { seen: { since: ago(4), at: { t_pause: ago(4) } } },
    answers: { own: [] },
    ready: '.divider',
  }),
  'thread.writing': opened(detail(head, all), {
    act: async ({ hand, wire }) => {
      wire.writing({ thread: head.id, name: 'Giulia' })
      await hand.find('.typing bdi')
    },
  }),
  'thread.new-replies': opened(detail(head, all), {
    act: async ({ hand, wire }) => {
      const row = reply('fresh', 9, { seq: 101, author: giulia, createdAt: Date.now() })
      wire.frame([{ op: 'put', entity: 'reply', id: row.id, seq: 101, row }])
      await hand.find('.reader .pill')
    },
  }),
  'thread.menu': opened(detail(head, all), {
    session: known,
    answers: { own: [own('r_mine')] },
    act: async ({ hand, conversation }) => {
      await hand.until(() => conversation.opened.value?.replies.value.at(-1)?.own.value.author === true)
      await hand.click('#menu-r_mine')
      await hand.find('.menu ul')
    },
  }),
  'thread.reporting': opened(detail(head, [{ ...asking, can: ['vote', 'report'] }]), {
    session: known,
    answers: { own: [] },
    act: async ({ hand }) => {
      await hand.click('#menu-r_discount')
      await hand.click('.menu li:last-child button')
      await hand.find('.dialog')
    },
  }),
  'thread.editing': opened(detail(head, all), {
    session: known,
    answers: { own: [own('r_mine')] },
    act: async ({ hand, conversation }) => {
      await hand.until(() => conversation.opened.value?.replies.value.at(-1)?.own.value.author === true)
      await hand.click('#menu-r_mine')
      await hand.click('.menu li:first-child button')
      await hand.find('.reply form textarea')
    },
  }),
  'thread.deleted': opened(detail(head, all), {
    session: known,
    answers: { own: [own('r_mine')] },
    act: async ({ hand, conversation }) => {
      await hand.until(() => conversation.opened.value?.replies.value.at(-1)?.own.value.author === true)
      await hand.click('#menu-r_mine')
      await hand.click('.menu .dangerous')
      await hand.find('.tombstone button')
    },
  }),
  'thread.reply-failed': opened(detail(head, all), {
    session: known,
    answers: { own: [], silent: true, commands: { 'reply.post': { code: 'forbidden' } } },
    act: async stage => {
      await answering('And what about my invoices?')(stage)
      await stage.hand.find('.reply .refused button')
    },
  }),
  'thread.reply-begun': opened(detail(head, all), { act: answering('') }),
}
