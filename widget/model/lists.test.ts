// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://lume.example/" }
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { eventually } from '../../server/testing/eventually.ts'
import type { TestApp } from '../../server/testing/test-app.ts'
import { startTestApp } from '../../server/testing/test-app.ts'
import type { TestClient } from '../../server/testing/test-client.ts'
import { createConversation } from './conversation.ts'
import type { Conversation } from './types.ts'

const PAGE = { key: 'https://lume.example/', url: 'https://lume.example/' }
const real = globalThis.fetch

let test: TestApp
let anna: TestClient
const begun: Conversation[] = []

const visit = async () => {
  const conversation = createConversation({
    site: anna.parts.site,
    origin: test.app.url,
    mode: 'inline',
    scope: 'site',
    page: PAGE,
    locale: 'en',
    theme: 'auto',
    headingLevel: 2,
  })
  begun.push(conversation)
  await eventually(() => conversation.phase.value === 'ready')
  return conversation
}
const post = (body: string, kind: 'idea' | 'question' = 'question') => {
  test.clock.pass(1000)
  return anna.run('thread.post', { page: PAGE, kind, body })
}
const titlesOf = ({ items }: Conversation['home'] | Conversation['search']) =>
  items.value.map(item => item.row.value.title)
/** What the address matches gets no answer. */
const cut = (asked: RegExp) => {
  globalThis.fetch = (input, init) =>
    asked.test(String(input)) ? Promise.reject(new TypeError('The line is cut')) : real(input, init)
}
const mend = () => {
  globalThis.fetch = real
}

beforeAll(async () => {
  test = await startTestApp()
}, 20_000)
afterAll(() => test.close())
beforeEach(async () => {
  localStorage.clear()
  anna = await test.visitor('Anna', await test.addSite())
})
afterEach(() => {
  mend()
  for (const conversation of begun.splice(0)) conversation.destroy()
})

describe('a list', () => {
  it('[U6] that could not be read leaves the one before, chosen as it was, and is read when tried again', async () => {
    await post('Is it blue?')
    await post('A red one', 'idea')
    const { home, ...reader } = await visit()
    const before = home.choice.value
    cut(/snapshot/)
    await home.choose({ kind: 'idea' })
    expect(reader.phase.value).toBe('ready')
    expect(home.failure.value?.code).toBe('network')
    expect(home.choice.value).toBe(before)
    expect(titlesOf(home)).toEqual(['A red one', 'Is it blue?'])
    mend()
    await home.reload()
    expect(home.failure.value).toBeNull()
    expect(home.choice.value.kind).toBe('idea')
    expect(titlesOf(home)).toEqual(['A red one'])
  })

  it('[U6] counts what a status leaves', async () => {
    const { id } = await post('A red one', 'idea')
    await post('A blue one', 'idea')
    const giulia = await test.staff('Giulia', 'agent', { ...test.site, id: anna.parts.site })
    await giulia.run('thread.status', { thread: id, status: 'planned' })
    const { home } = await visit()
    expect(home.total.value).toBe(2)
    await home.choose({ status: 'planned' })
    expect(home.total.value).toBe(1)
    await home.choose({ status: null })
    expect(home.total.value).toBe(2)
  })

  it('[U6] says that earlier replies could not be read, and reads them when asked again', async () => {
    const { id } = await post('Is it blue?')
    for (let n = 0; n < 25; n++) await anna.run('reply.post', { thread: id, body: `Reply ${n}` })
    const reader = await visit()
    const opened = await reader.open(id)
    await eventually(() => opened?.phase.value === 'ready')
    cut(/replies/)
    expect(await opened?.showEarlier()).toBeNull()
    expect([opened?.stuck.value !== null, opened?.failure.value]).toEqual([true, null])
    mend()
    expect(await opened?.showEarlier()).not.toBeNull()
    expect(opened?.stuck.value).toBeNull()
  })
})

describe('a search', () => {
  it('[U6] that failed does not say that nothing matches', async () => {
    await post('Is it blue?')
    const { search, find, clearSearch } = await visit()
    cut(/search/)
    await find('blue')
    expect([search.failure.value?.code, search.busy.value, search.shown.value]).toEqual([
      'network',
      false,
      null,
    ])
    mend()
    await search.reload()
    expect([search.failure.value, titlesOf(search)]).toEqual([null, ['Is it blue?']])
    cut(/search/)
    await find('red')
    clearSearch()
    expect([search.query.value, search.failure.value]).toEqual([null, null])
  })

  it('[U6] is answered page by page, each thread once, and narrowed as the list is', async () => {
    for (let n = 0; n < 13; n++) await post(`Lamp ${n}`, n < 2 ? 'idea' : 'question')
    const { home, search, find } = await visit()
    await find('lamp')
    expect([search.total.value, search.items.value.length]).toEqual([13, 10])
    cut(/search/)
    expect(await search.more()).toBeNull()
    expect(search.stuck.value).not.toBeNull()
    mend()
    const first = await search.more()
    expect(search.items.value.indexOf(first as NonNullable<typeof first>)).toBe(10)
    expect([search.stuck.value, search.next.value, new Set(titlesOf(search)).size]).toEqual([null, null, 13])
    await home.choose({ kind: 'idea', status: 'open' })
    await search.reload()
    expect(search.total.value).toBe(2)
    await home.choose({ status: 'planned' })
    await search.reload()
    expect(search.total.value).toBe(0)
  })

  it('[U6] [C3] has on top, once, what was just posted, also of one’s own and before it is sent', async () => {
    await post('Lamp 1')
    const writer = await visit()
    const desk = await writer.writer()
    await desk.introduce('Tom')
    await writer.find('lamp')
    cut(/commands/)
    const item = desk.post({ kind: 'question', body: 'Is it blue?' })
    expect(titlesOf(writer.search)).toEqual(['Is it blue?', 'Lamp 1'])
    await writer.find('')
    expect(titlesOf(writer.search)).toEqual(['Is it blue?'])
    expect(item.id.value).toBeNull()
    mend()
    desk.retry(item.key)
    await eventually(() => item.id.value)
    await writer.find('')
    expect(writer.search.items.value).toEqual([item])
  })
})
