import { ago, detail, giulia, marco, own, reply, snapshot, text } from '../rows.ts'
import type { Scene } from '../scene.ts'
import { all, answering, asking, head, known, open, opened, with_ } from './opened.ts'

export const threads: Readonly<Record<string, Scene>> = {
  'thread.full': opened(detail(with_({ answered: true }), all), {
    session: known,
    answers: { own: [own('r_mine'), own('t_pause', { can: ['edit', 'delete', 'accept'] })] },
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
      await hand.find('.dialog[open]')
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
  'thread.editing-private': opened(detail(head, all), {
    session: known,
    stored: {
      drafts: { 'edit:r_mine': { text: 'Thanks, call me on +39 333 123 4567', at: ago(5) } },
    },
    answers: { own: [own('r_mine')] },
    act: async ({ hand, conversation }) => {
      await hand.until(() => conversation.opened.value?.replies.value.at(-1)?.own.value.author === true)
      await hand.click('#menu-r_mine')
      await hand.click('.menu li:first-child button')
      await hand.find('.reply form .note')
      await hand.click('.reply form .main')
      await hand.find('.reply form .error .link')
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
