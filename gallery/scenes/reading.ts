import { ago, anna, detail, giulia, marco, own, reply, site, snapshot, text, thread, tom } from '../rows.ts'
import type { Scene } from '../scene.ts'
import { all, asking, head, known, open, opened } from './opened.ts'

/** What readers ask for in a thread, and what becomes of it. */
export const reading: Readonly<Record<string, Scene>> = {
  'thread.badge': opened(detail(head, all), { act: ({ hand }) => hand.click('.reply .badge') }),
  'thread.history': opened(detail(head, all), {
    answers: {
      history: {
        revisions: [{ at: ago(2), by: anna, title: null, body: text('It does, if you ask. I did.') }],
      },
    },
    act: async ({ hand }) => {
      await hand.click('.by > .link')
      await hand.find('.dialog[open] .reply')
    },
  }),
  'thread.replying': opened(detail(head, all), {
    act: async ({ hand }) => {
      await hand.click('#reply-r_discount .actions .vote + .bare')
      await hand.find('.answering .note')
    },
  }),
  'thread.mentions': opened(detail(head, all), {
    answers: { people: [tom, giulia, marco] },
    act: async ({ hand }) => {
      await hand.click('.answering textarea')
      await hand.find('.answering .send .main')
      await hand.write('.answering textarea', '@')
      await hand.find('.people [role=option]')
    },
  }),
  'thread.folded': opened(detail(head, [asking]), {
    session: known,
    answers: { own: [own('r_discount', { author: false, reported: true, can: [], source: null })] },
    act: async ({ hand }) => void (await hand.find('.reply .tombstone')),
  }),
  'thread.read': opened(detail({ ...head, author: { id: 'p_me', name: 'Anna R.', staff: false } }, []), {
    session: known,
    answers: { own: [own('t_pause', { seen: { by: giulia, at: ago(5) } })] },
    act: async ({ hand }) => void (await hand.find('.root > .hint')),
  }),
  'thread.earlier-shown': opened(detail(head, all, { earlier: 1, before: 'c_1' }), {
    answers: {
      earlier: {
        epoch: 'e_gallery',
        asOf: 100,
        replies: [reply('begun', -1, { createdAt: ago(19) })],
        earlier: 0,
        before: null,
      },
    },
    act: async ({ hand }) => {
      await hand.click('.replies .more')
      await hand.find('#reply-r_begun')
    },
  }),
  'thread.earlier-failed': opened(detail(head, all, { earlier: 1, before: 'c_1' }), {
    answers: { earlier: { code: 'internal' } },
    act: async ({ hand, conversation }) => {
      // Opening the thread gives its heading the focus; nobody is quicker.
      await hand.find('#heading:focus')
      await hand.click('.replies .more')
      await hand.until(() => !!conversation.opened.value?.stuck.value)
    },
  }),
  'thread.taken-away': opened(detail(head, all), {
    session: known,
    answers: { own: [own('r_mine')] },
    act: async ({ hand, wire, conversation }) => {
      await hand.until(() => conversation.opened.value?.replies.value.at(-1)?.own.value.author === true)
      ;(await hand.find('#menu-r_mine')).focus()
      const row = reply('mine', 4, {
        seq: 101,
        visibility: 'removed',
        body: [],
        removal: { by: 'brand', reason: 'Advertising' },
        can: [],
      })
      wire.frame([{ op: 'put', entity: 'reply', id: row.id, seq: 101, row }])
      await hand.find('#reply-r_mine.tombstone')
    },
  }),
  'thread.reply-sent': {
    session: known,
    answers: { snapshot: snapshot([head]), thread: detail(head, all), own: [], silent: true },
    act: async stage => {
      await open(stage)
      const field = '.answering textarea'
      const heading = await stage.hand.find('#heading')
      await stage.hand.until(() => (heading.getRootNode() as ShadowRoot).activeElement === heading)
      await stage.hand.click(field)
      await stage.hand.find('.answering .send .main')
      await stage.hand.write(field, 'And my invoices?')
      await stage.hand.click('.answering .send .main')
      await stage.hand.find('.reply .state')
    },
  },
}

/** What readers ask for in the list. */
export const looking: Readonly<Record<string, Scene>> = {
  'home.menu': {
    session: known,
    // Nothing to press is behind it.
    answers: { snapshot: snapshot([], { site: site({ closed: true }) }), own: [] },
    act: async ({ hand }) => {
      await hand.click('#parla-menu')
      await hand.find('.menu ul')
    },
  },
  'home.more-shown': {
    answers: {
      snapshot: snapshot([head], { next: 'c_1' }),
      list: {
        epoch: 'e_gallery',
        asOf: 100,
        threads: [thread('dark', { title: 'Dark mode for invoices', kind: 'idea' })],
        next: null,
      },
    },
    act: async ({ hand }) => {
      await hand.find('.toolbar .chips')
      await hand.click('.more')
      await hand.find('#title-t_dark')
    },
  },
  'home.more-failed': {
    answers: { snapshot: snapshot([head], { next: 'c_1' }), list: { code: 'internal' } },
    act: async ({ hand, conversation }) => {
      await hand.find('.toolbar .chips')
      await hand.click('.more')
      await hand.until(() => conversation.home.stuck.value !== null && !conversation.home.busy.value)
    },
  },
  'home.nothing-on-page': {
    answers: { snapshot: snapshot([head]), narrowed: snapshot([]) },
    act: async ({ hand }) => {
      await hand.find('.toolbar .chips')
      await hand.click('.toolbar .chip:last-child')
      await hand.find('.nothing')
    },
  },
  'home.filter-failed': {
    answers: { snapshot: snapshot([head]), narrowed: { code: 'internal' } },
    act: async ({ hand, conversation }) => {
      await hand.find('.toolbar .chips')
      await hand.click('.toolbar .chip:nth-child(3)')
      await hand.until(() => conversation.home.failure.value !== null)
      await hand.find('.more')
    },
  },
  'home.search-failed': {
    answers: { snapshot: snapshot([head]), search: { code: 'internal' } },
    act: async ({ hand }) => {
      await hand.click('#search')
      await hand.write('.search input', 'invoices')
      await hand.find('.more')
    },
  },
  'home.more-found': {
    answers: {
      snapshot: snapshot([head]),
      search: { epoch: 'e_gallery', asOf: 100, threads: [head], total: 2, next: 'c_1' },
      found: {
        epoch: 'e_gallery',
        asOf: 100,
        threads: [thread('dark', { title: 'Dark mode for invoices', kind: 'idea' })],
        total: 2,
        next: null,
      },
    },
    act: async ({ hand }) => {
      await hand.click('#search')
      await hand.write('.search input', 'invoices')
      await hand.click('.more')
      await hand.find('#title-t_dark')
    },
  },
  'home.search-in-status': {
    answers: {
      snapshot: snapshot([head]),
      search: { epoch: 'e_gallery', asOf: 100, threads: [head], total: 1, next: null },
    },
    act: async ({ hand, conversation }) => {
      await hand.click('#search')
      void conversation.home.choose({ status: 'planned' })
      await hand.write('.search input', 'invoices')
      await hand.find('.toolbar .chip:nth-child(6)')
      await hand.find('.results:not(:empty)')
    },
  },
  'home.nothing-in-filter': {
    answers: {
      snapshot: snapshot([head]),
      narrowed: snapshot([], { counts: { all: 1, question: 1, idea: 0, problem: 0, praise: 0 } }),
    },
    act: async ({ hand }) => {
      await hand.find('.toolbar .chips')
      await hand.click('.toolbar .chip:nth-child(3)')
      await hand.find('.nothing')
    },
  },
}
