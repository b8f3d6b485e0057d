// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://lume.example/en/lucciola" }
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Identity } from '../../server/contract/person.ts'
import { newId } from '../../server/lib/ids.ts'
import { addSecret } from '../../server/store/customers.ts'
import { eventually } from '../../server/testing/eventually.ts'
import { signToken } from '../../server/testing/sign-token.ts'
import type { TestApp } from '../../server/testing/test-app.ts'
import { startTestApp } from '../../server/testing/test-app.ts'
import type { WidgetConfig } from '../config.ts'
import { effect } from '../signals/signal.ts'
import { createConversation } from './conversation.ts'
import type { Conversation, Refusal, ThreadItem } from './types.ts'

const PAGE = { key: 'https://lume.example/en/lucciola', url: 'https://lume.example/en/lucciola' }

let test: TestApp
let site: string
const begun: Conversation[] = []

/** A page load: whatever the browser has stored for the site is found again. */
const visit = async (changed: Partial<WidgetConfig> = {}): Promise<Conversation> => {
  const conversation = createConversation({
    site,
    origin: test.app.url,
    mode: 'inline',
    scope: 'site',
    page: PAGE,
    locale: 'en',
    theme: 'auto',
    headingLevel: 2,
    ...changed,
  })
  begun.push(conversation)
  await eventually(() => conversation.phase.value === 'ready')
  return conversation
}
const visitLive = async (changed: Partial<WidgetConfig> = {}) => {
  const conversation = await visit(changed)
  await eventually(() => conversation.link.value === 'live')
  return conversation
}
const leave = (conversation: Conversation) => {
  begun.splice(begun.indexOf(conversation), 1)
  conversation.destroy()
}
const titles = (conversation: Conversation) => conversation.home.items.value.map(item => item.row.value.title)
const post = async (conversation: Conversation, body: string): Promise<ThreadItem> => {
  const writer = await conversation.writer()
  if (conversation.needsName.value) await writer.introduce('Anna')
  return writer.post({ kind: 'question', body })
}
const sent = (item: { id: { value: string | null }; delivery: { value: unknown } }) =>
  eventually<string | null>(() => (item.delivery.value === null ? item.id.value : null))

beforeAll(async () => {
  test = await startTestApp()
}, 20_000)
afterAll(() => test.close())
beforeEach(async () => {
  localStorage.clear()
  site = (await test.addSite()).id
})
afterEach(() => {
  for (const conversation of begun.splice(0)) conversation.destroy()
})

/** A site of the test's own, and somebody who posts there. */
const asAnna = async () => {
  const anna = await test.visitor('Anna', await test.addSite())
  site = anna.parts.site
  return anna
}

describe('a conversation that is read', () => {
  it('[D9] begins with what the team asks on its page, until it is taken off', async () => {
    const anna = await asAnna()
    const giulia = await test.staff('Giulia', 'agent', { ...test.site, id: site })
    const ask = async (body: string, announce: string[] | null) => {
      test.clock.pass(1000)
      const page = { key: 'https://lume.example/', url: 'https://lume.example/' }
      const { id } = await giulia.run('thread.post', {
        page,
        kind: 'question',
        body,
        announce: announce ?? [],
      })
      if (!announce) await giulia.run('thread.announce', { thread: id, announce })
      return id
    }
    await ask('Not here?', ['https://lume.example/elsewhere'])
    const asked = await ask('Which lamp?', [PAGE.key])
    await ask('And now?', null)
    await anna.run('thread.post', { page: PAGE, kind: 'question', body: 'Can I pause?' })
    const reader = await visitLive({ scope: 'page' })
    expect(titles(reader)).toEqual(['Which lamp?', 'Can I pause?'])
    expect(reader.home.total.value).toBe(1)
    // What comes while one reads waits behind the pill; what goes stays until one looks again.
    const later = await ask('How are you?', [])
    await eventually(() => reader.home.fresh.value === 1)
    await giulia.run('thread.announce', { thread: asked, announce: null })
    await giulia.run('thread.announce', { thread: later, announce: null })
    await eventually(() => reader.home.fresh.value === 0)
    expect(titles(reader)).toEqual(['Which lamp?', 'Can I pause?'])
    await reader.reload()
    expect(titles(reader)).toEqual(['Can I pause?'])
    await giulia.run('thread.announce', { thread: asked, announce: [] })
    await eventually(() => reader.home.fresh.value === 1)
    expect(reader.home.total.value).toBe(1)
  })

  it('stores nothing before the first own action', async () => {
    const anna = await asAnna()
    const { id } = await anna.run('thread.post', { page: PAGE, kind: 'question', body: 'Can I pause?' })
    const reader = await visitLive()
    await reader.open(id)
    await eventually(() => reader.opened.value?.phase.value === 'ready')
    reader.close()
    await reader.home.choose({ sort: 'newest' })
    await reader.find('pause')
    expect(reader.search.items.value).toHaveLength(1)
    expect(localStorage).toHaveLength(0)
  })

  it('[C1] collects what was held for long and is approved now, and nothing that is only old', async () => {
    const anna = await asAnna()
    const ask = (body: string) => {
      test.clock.pass(1000)
      return anna.run('thread.post', { page: PAGE, kind: 'question', body })
    }
    const old = await ask('An old one')
    for (let i = 0; i < 5; i++) await ask(`Between ${i}`)
    const held = await ask('See https://a.example https://b.example https://c.example')
    for (let i = 5; i < 10; i++) await ask(`Between ${i}`)
    const reader = await visitLive()
    expect(reader.home.next.value).not.toBeNull()
    test.clock.pass(1000)
    const giulia = await test.staff('Giulia', 'agent', { ...test.site, id: site })
    await giulia.run('message.show', { id: held.id })
    await eventually(() => reader.home.fresh.value === 1)
    expect(reader.counts.value.all).toBe(12)
    const tom = await test.visitor('Tom', { ...test.site, id: site })
    await tom.run('vote.set', { id: old.id, on: true })
    await tom.run('thread.post', { page: PAGE, kind: 'idea', body: 'The last one' })
    await eventually(() => reader.home.fresh.value === 2)
    expect(reader.counts.value.all).toBe(13)
    expect(reader.home.showFresh()?.row.value.title).toBe('The last one')
  })

  it('[U2] counts a merged thread where it stands, and again once it is parted', async () => {
    const own = await test.addSite()
    site = own.id
    const [anna, giulia] = [await test.visitor('Anna', own), await test.staff('Giulia', 'agent', own)]
    const post = async (body: string) =>
      (await anna.run('thread.post', { page: PAGE, kind: 'question', body })).id
    const [night, dark] = [await post('Night mode?'), await post('Dark mode?')]
    const reader = await visitLive()
    expect(reader.counts.value.all).toBe(2)
    await giulia.run('thread.merge', { thread: night, into: dark })
    await eventually(() => reader.counts.value.all === 1)
    await giulia.run('thread.unmerge', { thread: night })
    await eventually(() => reader.counts.value.all === 2)
    expect(reader.home.fresh.value).toBe(0)
  })

  it('collects what others post behind the pill and counts it at once', async () => {
    const anna = await asAnna()
    await anna.run('thread.post', { page: PAGE, kind: 'question', body: 'First one' })
    const reader = await visitLive()
    test.clock.pass(1000)
    await anna.run('thread.post', { page: PAGE, kind: 'idea', body: 'Second one' })
    await eventually(() => reader.home.fresh.value === 1)
    expect(titles(reader)).toEqual(['First one'])
    expect(reader.counts.value).toMatchObject({ all: 2, question: 1, idea: 1 })
    expect(reader.home.showFresh()?.row.value.title).toBe('Second one')
    expect(titles(reader)).toEqual(['Second one', 'First one'])
    expect(reader.home.fresh.value).toBe(0)
  })

  it('catches up by itself with what happened between the snapshot and the socket', async () => {
    const anna = await asAnna()
    const reader = await visit()
    await anna.run('thread.post', { page: PAGE, kind: 'question', body: 'In between' })
    await eventually(() => reader.home.fresh.value === 1)
  })

  it('updates counters and status in place without ranking again', async () => {
    const anna = await asAnna()
    const old = await anna.run('thread.post', { page: PAGE, kind: 'idea', body: 'Old one' })
    test.clock.pass(1000)
    await anna.run('thread.post', { page: PAGE, kind: 'idea', body: 'New one' })
    const reader = await visitLive()
    const card = reader.home.items.value[1]
    await anna.run('reply.post', { thread: old.id, body: 'A reply' })
    await eventually(() => card?.row.value.replies === 1)
    expect(titles(reader)).toEqual(['New one', 'Old one'])
    expect(reader.home.fresh.value).toBe(0)
  })

  it('leaves a tombstone where a thread was taken away', async () => {
    const anna = await asAnna()
    const { id } = await anna.run('thread.post', { page: PAGE, kind: 'idea', body: 'Soon gone' })
    const reader = await visitLive()
    await anna.run('message.delete', { id })
    await eventually(() => reader.home.items.value[0]?.row.value.visibility === 'removed')
    expect(titles(reader)).toEqual([''])
  })

  it('shows further pages below, each thread once', async () => {
    const anna = await asAnna()
    for (let n = 0; n < 14; n++) {
      test.clock.pass(1000)
      await anna.run('thread.post', { page: PAGE, kind: 'idea', body: `Number ${n}` })
    }
    const reader = await visit()
    expect(reader.home.items.value).toHaveLength(10)
    expect(reader.home.next.value).not.toBeNull()
    expect((await reader.home.more())?.row.value.title).toBe('Number 3')
    expect(new Set(titles(reader)).size).toBe(14)
    expect(reader.home.next.value).toBeNull()
  })

  it('follows the page only until asked for the whole site', async () => {
    const anna = await asAnna()
    const elsewhere = { key: 'https://lume.example/en/', url: 'https://lume.example/en/' }
    const reader = await visitLive({ scope: 'page' })
    await anna.run('thread.post', { page: elsewhere, kind: 'idea', body: 'Elsewhere' })
    await anna.run('thread.post', { page: PAGE, kind: 'idea', body: 'Here' })
    await eventually(() => reader.home.fresh.value === 1)
    expect(reader.counts.value.all).toBe(1)
    await reader.home.choose({ scope: 'site' })
    expect(titles(reader).sort()).toEqual(['Elsewhere', 'Here'])
    test.clock.pass(1000)
    await anna.run('thread.post', { page: elsewhere, kind: 'idea', body: 'Elsewhere again' })
    await eventually(() => reader.home.fresh.value === 1)
  })

  it('says what failed when there is no such site', async () => {
    site = 's_nowhere'
    const reader = createConversation({
      site,
      origin: test.app.url,
      mode: 'inline',
      scope: 'site',
      page: PAGE,
      locale: 'en',
      theme: 'auto',
      headingLevel: 2,
    })
    begun.push(reader)
    await eventually(() => reader.phase.value === 'failed')
    expect(reader.failure.value?.code).toBe('site_unknown')
  })

  it('holds no socket while the panel of a launcher is closed', async () => {
    await asAnna()
    const reader = await visit({ mode: 'launcher' })
    expect(reader.link.value).toBe('idle')
    reader.shown.value = true
    await eventually(() => reader.link.value === 'live')
    reader.shown.value = false
    expect(reader.link.value).toBe('idle')
    reader.shown.value = true
    await eventually(() => reader.link.value === 'live')
  })
})

describe('an opened thread', () => {
  it('lets its end grow only when it may, and else counts what is new', async () => {
    const anna = await asAnna()
    const { id } = await anna.run('thread.post', { page: PAGE, kind: 'question', body: 'Open me' })
    await anna.run('reply.post', { thread: id, body: 'One' })
    const reader = await visitLive()
    const thread = await reader.open(id)
    await eventually(() => thread?.phase.value === 'ready')
    expect(thread?.replies.value).toHaveLength(1)
    await anna.run('reply.post', { thread: id, body: 'Two' })
    await eventually(() => thread?.fresh.value === 1)
    expect(thread?.replies.value).toHaveLength(1)
    thread?.setMayAppend(() => true)
    await anna.run('reply.post', { thread: id, body: 'Three' })
    await eventually(() => thread?.replies.value.length === 2)
    thread?.showFresh()
    expect(thread?.replies.value.map(item => item.row.value.body)).toEqual(
      ['One', 'Two', 'Three'].map(text => [{ t: 'p', c: [text] }]),
    )
  })

  it('shows earlier replies when asked', async () => {
    const anna = await asAnna()
    const { id } = await anna.run('thread.post', { page: PAGE, kind: 'question', body: 'Long one' })
    for (let n = 0; n < 25; n++) await anna.run('reply.post', { thread: id, body: `Reply ${n}` })
    const reader = await visit()
    const thread = await reader.open(id)
    await eventually(() => thread?.phase.value === 'ready')
    expect([thread?.replies.value.length, thread?.earlier.value]).toEqual([20, 5])
    const first = await thread?.showEarlier()
    expect(first?.row.value.body).toEqual([{ t: 'p', c: ['Reply 0'] }])
    expect([thread?.replies.value.length, thread?.earlier.value]).toEqual([25, 0])
  })

  it('says that a thread which is gone is gone', async () => {
    await asAnna()
    const reader = await visit()
    const thread = await reader.open('t_gone000000000000')
    await eventually(() => thread?.phase.value === 'failed')
    expect(thread?.failure.value?.code).toBe('not_found')
    expect(thread?.item.value).toBeNull()
  })

  it('shows who of the team is writing', async () => {
    const anna = await asAnna()
    const { id } = await anna.run('thread.post', { page: PAGE, kind: 'question', body: 'Anybody?' })
    const giulia = await test.staff('Giulia', 'agent', { ...test.site, id: site })
    await giulia.watch('staff')
    const reader = await visitLive()
    const thread = await reader.open(id)
    await eventually(() => thread?.phase.value === 'ready')
    await giulia.socket?.emitWithAck('look', { thread: id })
    await eventually(() => {
      giulia.socket?.emit('writing')
      return thread?.writing.value === 'Giulia'
    })
    expect(reader.presence.value.names).toEqual(['Giulia'])
  })
})

describe('a conversation that is written in', () => {
  it('shows a post at once, and as the same item when the server has it', async () => {
    const writer = await visitLive()
    const other = await visitLive()
    const item = await post(writer, 'Can I pause my plan? I am away.')
    expect(writer.home.items.value).toEqual([item])
    expect(item.row.value).toMatchObject({
      title: 'Can I pause my plan?',
      votes: 1,
      author: { name: 'Anna' },
    })
    expect(item.delivery.value?.state).toBe('sending')
    const { key } = item
    await sent(item)
    expect(writer.home.items.value.map(shown => shown.key)).toEqual([key])
    expect(item.own.value).toMatchObject({ author: true, voted: true })
    expect(item.can.value).toContain('edit')
    expect(writer.home.fresh.value).toBe(0)
    expect(writer.counts.value.all).toBe(1)
    await eventually(() => other.home.fresh.value === 1)
    expect(other.home.showFresh()?.own.value.author).toBe(false)
  })

  it('tells the same story to asker, reader and staff, and again after a reload', async () => {
    const asker = await visitLive()
    const item = await post(asker, 'Is it waterproof?')
    const id = await sent(item)
    const stored = { ...localStorage }
    localStorage.clear()
    const reader = await visitLive()
    await reader.open(id)
    await asker.open(id)
    await eventually(
      () => reader.opened.value?.phase.value === 'ready' && asker.opened.value?.phase.value === 'ready',
    )

    const giulia = await test.staff('Giulia', 'agent', { ...test.site, id: site })
    const reply = await giulia.run('reply.post', { thread: id, body: 'Yes, to ten metres.' })
    await giulia.run('answer.official', { reply: reply.id, on: true })
    for (const one of [asker, reader]) {
      await eventually(() => one.opened.value?.fresh.value === 1)
      one.opened.value?.showFresh()
      await eventually(() => one.opened.value?.answer.value?.row.value.official)
    }
    await eventually(() => asker.opened.value?.replies.value[0]?.can.value.includes('accept'))
    const answer = asker.opened.value?.replies.value[0]
    await asker.keep('answer.accept', { reply: answer?.id.value as string, on: true })
    await eventually(() => reader.opened.value?.answer.value?.row.value.accepted)

    leave(asker)
    for (const [key, value] of Object.entries(stored)) localStorage.setItem(key, value)
    const again = await visitLive()
    await eventually(() => again.home.items.value[0]?.own.value.author)
    expect(again.me.value?.name).toBe('Anna')
    expect(again.needsName.value).toBe(false)
  })

  it('sends a reply, shows it once, and does not hold it back behind the pill', async () => {
    const writer = await visitLive()
    const id = await sent(await post(writer, 'Reply to me'))
    const thread = await writer.open(id)
    await eventually(() => thread?.phase.value === 'ready')
    const { reply } = await writer.writer()
    const item = reply({ thread: id, body: 'First\nline\n\nSecond' })
    expect(thread?.replies.value).toEqual([item])
    await sent(item)
    expect(thread?.replies.value).toEqual([item])
    expect(thread?.fresh.value).toBe(0)
    const second = reply({ thread: id, body: 'As I said', to: await sent(item) })
    expect(second.row.value.to).toMatchObject({ quote: 'First line' })
    await sent(second)
    expect(thread?.replies.value).toEqual([item, second])
    await eventually(() => writer.home.items.value[0]?.row.value.replies === 2)
  })

  it('counts a vote at once and never twice', async () => {
    const anna = await asAnna()
    await anna.run('thread.post', { page: PAGE, kind: 'idea', body: 'Vote for me' })
    const voter = await visitLive()
    const item = voter.home.items.value[0] as ThreadItem
    const seen: string[] = []
    const stop = effect(() => void seen.push(`${item.row.value.votes} ${item.own.peek().voted}`))
    await voter.vote(item, true)
    expect([item.row.value.votes, item.own.value.voted]).toEqual([2, true])
    await eventually(() => voter.notice.value?.what === 'vote_added')
    expect([item.row.value.votes, item.own.value.voted]).toEqual([2, true])
    await voter.vote(item, false)
    await eventually(() => voter.notice.value?.what === 'vote_removed')
    expect([item.row.value.votes, item.own.value.voted]).toEqual([1, false])
    stop()
    expect(seen.map(text => text.split(' ')[0]).filter((votes, at, all) => votes !== all[at - 1])).toEqual([
      '1',
      '2',
      '1',
    ])
  })

  it('refuses a name of the team before anything is posted', async () => {
    await asAnna()
    await test.staff('Giulia Verdi', 'agent', { ...test.site, id: site })
    const { introduce, post: send } = await (await visitLive()).writer()
    const refused = await introduce('Giulia Verdi').catch((thrown: Refusal) => thrown)
    expect((refused as Refusal).failure.code).toBe('name_taken')
    await introduce('Giulia')
    await sent(send({ kind: 'praise', body: 'Grazie' }))
  })

  it('keeps the text of a refused post and gives it back', async () => {
    const anna = await asAnna()
    const { id } = await anna.run('thread.post', { page: PAGE, kind: 'idea', body: 'Closed soon' })
    const writer = await visitLive()
    const giulia = await test.staff('Giulia', 'agent', { ...test.site, id: site })
    await giulia.run('thread.lock', { thread: id, on: true })
    const { introduce, reply, takeBack } = await writer.writer()
    await introduce('Tom')
    const thread = await writer.open(id)
    await eventually(() => thread?.phase.value === 'ready')
    const item = reply({ thread: id, body: 'Too late' })
    await eventually(() => item.delivery.value?.state === 'failed')
    expect(item.delivery.value?.failure?.code).toBe('thread_locked')
    expect(writer.notice.value).toMatchObject({ voice: 'assertive', what: 'failed' })
    expect(thread?.replies.value).toEqual([item])

    leave(writer)
    const again = await visit()
    await again.writer()
    await again.open(id)
    await eventually(() => again.opened.value?.replies.value.length === 1)
    const restored = again.opened.value?.replies.value[0]
    expect(restored?.delivery.value?.state).toBe('failed')
    expect(restored?.row.value.body).toEqual([{ t: 'p', c: ['Too late'] }])
    expect((await again.writer()).takeBack(restored?.key ?? '')).toEqual({
      body: 'Too late',
      kind: null,
      thread: id,
      to: null,
      note: false,
      pictures: [],
    })
    expect(again.opened.value?.replies.value).toEqual([])
    expect(takeBack('unknown')).toBeNull()
  })

  it('edits, deletes and restores an own message in place', async () => {
    const writer = await visitLive()
    const item = await post(writer, 'Frist words')
    await sent(item)
    const id = item.id.value as string
    await writer.run('message.edit', { id, body: 'First words' }, true)
    await eventually(() => item.row.value.title === 'First words')
    expect(item.own.value.source).toBe('First words')
    await writer.keep('message.delete', { id })
    expect(item.row.value).toMatchObject({ visibility: 'removed', title: '' })
    await eventually(() => item.can.value.includes('restore'))
    await writer.keep('message.restore', { id })
    await eventually(() => item.row.value.title === 'First words')
    await expect(writer.run('message.edit', { id, body: ' ' }, true)).rejects.toMatchObject({
      failure: { code: 'text_empty' },
    })
  })

  it('marks what is new since the last visit', async () => {
    const anna = await asAnna()
    const { id } = await anna.run('thread.post', { page: PAGE, kind: 'idea', body: 'Read me' })
    const reader = await visitLive()
    const card = reader.home.items.value[0] as ThreadItem
    await reader.vote(card, true)
    expect(card.unread.value).toBe(false)
    test.clock.pass(60_000)
    const reply = await anna.run('reply.post', { thread: id, body: 'News' })
    await eventually(() => card.unread.value)
    const thread = await reader.open(id)
    await eventually(() => thread?.phase.value === 'ready')
    expect(thread?.newFrom.value).toBe(reply.id)
    reader.close()
    expect(card.unread.value).toBe(false)
  })

  it('forgets the viewer on both sides', async () => {
    const writer = await visitLive()
    const item = await post(writer, 'Forget me')
    await sent(item)
    // What an earlier test's command is answered, and keeps, may come now.
    const kept = () => Object.keys(localStorage).filter(key => key.startsWith(`parla:${site}`))
    await eventually(() => kept().length > 0)
    await (await writer.writer()).forget()
    expect(writer.me.value).toBeNull()
    expect(item.own.value.author).toBe(false)
    // Who sends for all tabs, where browsers have no locks, stands there a moment longer.
    await eventually(() => kept().length === 0)
    await eventually(() => writer.link.value === 'live')
  })

  it('reads on as a stranger when the server no longer knows the device', async () => {
    localStorage.setItem(
      `parla:${site}`,
      JSON.stringify({ token: 'd'.repeat(32), id: 'p_old', name: 'Anna' }),
    )
    const reader = await visitLive()
    expect(reader.me.value).toEqual({ id: null, name: 'Anna', verified: false })
    await sent(await post(reader, 'Still here'))
    expect(reader.me.value?.id).toMatch(/^p_/)
  })

  it('becomes somebody new when the server no longer knows the device', async () => {
    localStorage.setItem(
      `parla:${site}`,
      JSON.stringify({ token: 'd'.repeat(32), id: 'p_old', name: 'Anna' }),
    )
    const writer = await visit()
    const item = await post(writer, 'Still me')
    await sent(item)
    expect(item.row.value.author.name).toBe('Anna')
    expect(writer.me.value?.id).not.toBe('p_old')
  })

  it('is the brand’s customer, with what was done before, and hears of it live', async () => {
    const secret = 'a secret of the brand, which nobody else has'
    const now = test.clock.now()
    await test.app.store.write(db =>
      addSecret(db, { id: newId('k'), site_id: site, secret, created_at: now }, now),
    )
    const token = () =>
      signToken({ secret, siteId: site, now: test.clock.now() }, { sub: '42', name: 'Anna Rossi' })
    const conversation = await visitLive()
    const item = await post(conversation, 'Before I signed in?')
    await sent(item)
    await (await conversation.writer()).identify(await token())
    expect(conversation.me.value).toMatchObject({ name: 'Anna Rossi', verified: true })
    expect(conversation.needsName.value).toBe(false)
    await eventually(() => item.own.value.author && item.row.value.author.name === 'Anna Rossi')
    // Her other device asks at the same time to be told of what she does here.
    const phone = test.stranger({ ...test.site, id: site })
    const told = await phone.post<Identity>('identify', { token: await token() })
    phone.token = told.token as string
    const { id } = await phone.run('thread.post', { page: PAGE, kind: 'idea', body: 'From my phone' })
    await eventually(() => conversation.home.fresh.value === 1)
    expect(conversation.home.showFresh()?.id.value).toBe(id)
    const other = conversation.home.items.value.find(one => one.id.value === id)
    await eventually(() => other?.own.value.author)
  }, 30_000)
})
