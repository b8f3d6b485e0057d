// @vitest-environment jsdom
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { eventually } from '../../server/testing/eventually.ts'
import type { TestApp } from '../../server/testing/test-app.ts'
import { startTestApp } from '../../server/testing/test-app.ts'
import type { TestClient } from '../../server/testing/test-client.ts'
import type { WidgetConfig } from '../config.ts'
import { effect } from '../signals/signal.ts'
import { createConversation } from './conversation.ts'
import type { Network } from './network.fixture.ts'
import { startNetwork } from './network.fixture.ts'
import type { Conversation } from './types.ts'

const PAGE = { key: 'https://lume.example/', url: 'https://lume.example/' }
const PATIENCE = 15_000

let test: TestApp
let anna: TestClient
let network: Network
let begun: Conversation[]

const config = (): WidgetConfig => ({
  site: anna.parts.site,
  origin: network.url,
  mode: 'inline',
  scope: 'site',
  page: PAGE,
  locale: 'en',
  theme: 'auto',
  headingLevel: 2,
})
const visit = async () => {
  const conversation = createConversation(config())
  begun.push(conversation)
  await eventually(() => conversation.link.value === 'live')
  return conversation
}
const titles = (conversation: Conversation) => conversation.home.items.value.map(item => item.row.value.title)

beforeAll(async () => {
  test = await startTestApp()
}, 20_000)
afterAll(() => test.close())
beforeEach(async () => {
  localStorage.clear()
  begun = []
  anna = await test.visitor('Anna', await test.addSite())
  network = await startNetwork(test.app.url)
})
afterEach(async () => {
  for (const conversation of begun) conversation.destroy()
  await network.close()
})

describe('a conversation over a bad network', () => {
  it('catches up by itself after a cut', { timeout: 20_000 }, async () => {
    const reader = await visit()
    const { id } = await anna.run('thread.post', { page: PAGE, kind: 'idea', body: 'Before the cut' })
    await eventually(() => reader.home.fresh.value === 1)
    reader.home.showFresh()
    network.down()
    await anna.run('thread.post', { page: PAGE, kind: 'idea', body: 'During the cut' })
    await anna.run('reply.post', { thread: id, body: 'Me too' })
    network.up()
    await eventually(() => reader.home.fresh.value === 1, PATIENCE)
    expect(reader.home.items.value[0]?.row.value.replies).toBe(1)
    await eventually(() => reader.link.value === 'live', PATIENCE)
  })

  it('sends what was written meanwhile, once, and in order', { timeout: 20_000 }, async () => {
    const writer = await visit()
    const { introduce, post, reply } = await writer.writer()
    await introduce('Tom')
    const thread = await anna.run('thread.post', { page: PAGE, kind: 'idea', body: 'Somewhere' })
    const opened = await writer.open(thread.id)
    await eventually(() => opened?.phase.value === 'ready')
    network.down()
    const item = post({ kind: 'idea', body: 'Written in a tunnel' })
    const replies = ['One', 'Two', 'Three'].map(body => reply({ thread: thread.id, body }))
    await eventually(
      () => item.delivery.value?.state === 'queued' && replies[2]?.delivery.value?.state === 'queued',
    )
    expect(opened?.replies.value).toEqual(replies)
    network.up()
    writer.reconnect()
    await eventually(() => [item, ...replies].every(message => message.delivery.value === null), PATIENCE)
    expect(opened?.replies.value).toEqual(replies)
    expect(replies.map(one => one.row.value.position)).toEqual(
      replies.map(one => one.row.value.position).sort((a, b) => a - b),
    )
    expect(titles(writer)).toEqual(['Written in a tunnel'])
  })

  it('keeps a name told without network and uses it with the first message', {
    timeout: 20_000,
  }, async () => {
    const writer = await visit()
    const { introduce, post, retry } = await writer.writer()
    network.down()
    await introduce('Tom')
    expect(writer.needsName.value).toBe(false)
    const item = post({ kind: 'praise', body: 'Well done' })
    await eventually(() => item.delivery.value?.state === 'queued')
    network.up()
    retry(item.key)
    await eventually(() => item.delivery.value === null, PATIENCE)
    expect(item.row.value.author.name).toBe('Tom')
  })

  it('has an effect once though its answer is lost', { timeout: 20_000 }, async () => {
    const writer = await visit()
    const { introduce, post, retry } = await writer.writer()
    await introduce('Tom')
    network.loseAnswers(true)
    network.down()
    network.up()
    const item = post({ kind: 'idea', body: 'Only once' })
    await eventually(() => item.delivery.value?.state === 'queued' || item.id.value)
    expect(titles(writer)).toEqual(['Only once'])
    network.loseAnswers(false)
    retry(item.key)
    await eventually(() => item.delivery.value === null, PATIENCE)
    await eventually(() => writer.counts.value.all === 1, PATIENCE)
    expect(titles(writer)).toEqual(['Only once'])
    await writer.home.reload()
    expect(titles(writer)).toEqual(['Only once'])
  })

  it('shows after a reload, once, what the server had taken without our knowing', {
    timeout: 20_000,
  }, async () => {
    const writer = await visit()
    const desk = await writer.writer()
    await desk.introduce('Tom')
    network.loseAnswers(true)
    network.down()
    network.up()
    const item = desk.post({ kind: 'idea', body: 'Taken already' })
    await eventually(() => item.delivery.value?.state === 'queued')
    writer.destroy()
    const again = createConversation(config())
    begun.push(again)
    const seen = new Set<number>()
    effect(() => void seen.add(again.home.items.value.length))
    await eventually(() => again.home.items.value.length === 1)
    network.loseAnswers(false)
    await again.writer()
    await eventually(() => localStorage.getItem(`parla:${anna.parts.site}:outbox`) === null, PATIENCE)
    expect([...seen]).toEqual([0, 1])
    expect(titles(again)).toEqual(['Taken already'])
  })
})
