// @vitest-environment jsdom
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { StaffMe } from '../../server/contract/person.ts'
import { eventually } from '../../server/testing/eventually.ts'
import type { TestApp } from '../../server/testing/test-app.ts'
import { startTestApp } from '../../server/testing/test-app.ts'
import type { TestClient } from '../../server/testing/test-client.ts'
import { effect } from '../signals/signal.ts'
import type { Network } from './network.fixture.ts'
import { startNetwork } from './network.fixture.ts'
import { createStaffConversation } from './staff-conversation.ts'
import type { StaffConversation } from './staff-types.ts'
import type { ThreadItem } from './types.ts'

const PAGE = { key: 'https://lume.example/', url: 'https://lume.example/' }

let test: TestApp
let anna: TestClient
let network: Network
let desk: StaffConversation
let me: StaffMe

beforeAll(async () => {
  test = await startTestApp()
}, 20_000)
afterAll(() => test.close())

beforeEach(async () => {
  const site = await test.addSite()
  anna = await test.visitor('Anna', site)
  const giulia = await test.staff('Giulia', 'agent', site)
  network = await startNetwork(test.app.url, { cookie: giulia.parts.cookie ?? '', origin: test.app.url })
  await anna.run('thread.post', { page: PAGE, kind: 'idea', body: 'Anybody there?' })
  test.clock.pass(1000)
  me = { id: giulia.personId ?? '', name: 'Giulia', role: 'agent' }
  await sit()
})
afterEach(async () => {
  desk.destroy()
  await network.close()
})

const sit = async () => {
  desk = createStaffConversation(
    {
      site: anna.parts.site,
      origin: network.url,
      mode: 'inline',
      scope: 'site',
      page: PAGE,
      locale: 'en',
      theme: 'auto',
      headingLevel: 1,
    },
    { me, brand: 'Lume' },
  )
  await eventually(() => desk.link.value === 'live')
}

const titles = () => desk.inbox.items.value.map(item => item.row.value.title)
const firstItem = () => desk.inbox.items.value[0] as ThreadItem

describe('a conversation of the team', () => {
  it('lists who waits for an answer and collects who comes after', async () => {
    expect(titles()).toEqual(['Anybody there?'])
    await anna.run('thread.post', { page: PAGE, kind: 'idea', body: 'Another one' })
    await eventually(() => desk.inbox.fresh.value === 1)
    expect(titles()).toEqual(['Anybody there?'])
    desk.inbox.showFresh()
    expect(titles()).toEqual(['Anybody there?', 'Another one'])
    await eventually(() => desk.inbox.counts.value.unanswered === 2 && desk.inbox.total.value === 2)
  })

  it('answers over the same writer, and the row stays while the numbers follow', async () => {
    const { row, id } = firstItem()
    const thread = await desk.open(id.value ?? '')
    await eventually(() => thread?.phase.value === 'ready')
    const { reply } = await desk.writer()
    const item = reply({ thread: id.value ?? '', body: 'Yes' })
    expect(item.row.value.author).toMatchObject({ name: 'Giulia', staff: true })
    const answer = await eventually(() => item.delivery.value === null && item.id.value)
    await eventually(() => row.value.staff?.waitingSince === null)
    await desk.run('answer.official', { reply: String(answer), on: true })
    await eventually(() => thread?.answer.value?.row.value.official)
    await eventually(() => desk.inbox.counts.value.unanswered === 0)
    expect(titles()).toEqual(['Anybody there?'])
    await desk.inbox.reload()
    expect(titles()).toEqual([])
    await desk.inbox.show('all', null)
    expect(titles()).toEqual(['Anybody there?'])
  })

  it('[D8] counts nothing again for a page that brings its numbers', async () => {
    for (let n = 1; n <= 11; n++)
      await anna.run('thread.post', { page: PAGE, kind: 'idea', body: `Idea number ${n}` })
    desk.destroy()
    const timers = vi.spyOn(globalThis, 'setTimeout')
    await sit()
    const shown = titles().length
    await desk.inbox.more()
    const recounts = timers.mock.calls.filter(([, ms]) => ms === 300)
    timers.mockRestore()
    expect([shown, titles().length]).toEqual([10, 12])
    expect(recounts).toEqual([])
  })

  it('adds a note that the visitor never sees', async () => {
    const thread = firstItem().id.value ?? ''
    await anna.watch('public')
    await desk.open(thread)
    const { reply } = await desk.writer()
    const note = reply({ thread, body: 'Ask Marco', note: true })
    await eventually(() => note.delivery.value === null && note.id.value)
    expect(note.row.value.note).toBe(true)
    expect(JSON.stringify(anna.frames)).not.toContain('Marco')
  })

  it('shows what a command will do at once and takes it back when it is refused', async () => {
    const item = firstItem()
    await desk.writer()
    const seen: string[] = []
    const stop = effect(() => void seen.push(item.row.value.status))
    const done = desk.run('thread.status', { thread: item.id.value ?? '', status: 'declined' })
    await expect(done).rejects.toMatchObject({ failure: { code: 'reason_required' } })
    stop()
    expect(seen).toEqual(['open', 'declined', 'open'])
    await desk.run('thread.pin', { thread: item.id.value ?? '', on: true })
    expect(item.row.value.pinned).toBe(true)
  })

  it('knows the brand before the server has said it', () => {
    expect(desk.site.value?.brand).toBe('Lume')
    expect(desk.needsName.value).toBe(false)
    expect(Object.keys(localStorage).filter(key => !key.startsWith('parla:staff:'))).toEqual([])
  })
})
