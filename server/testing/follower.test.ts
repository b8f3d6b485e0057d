import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server } from 'socket.io'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { eventually } from './eventually.ts'
import { Follower, NoAnswer } from './follower.ts'
import type { TestApp } from './test-app.ts'
import { startTestApp, TEST_ORIGIN } from './test-app.ts'
import { TestClient } from './test-client.ts'

const PAGE = { key: 'https://lume.example/', url: 'https://lume.example/' }

describe('a follower', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startTestApp()
  })
  afterAll(() => test.close())

  function follow(client: TestClient, ...streams: ('public' | 'me' | 'staff')[]): Follower {
    const follower = new Follower({ client, streams, backoff: { first: 20, longest: 100 } })
    onTestFinished(() => follower.stop())
    follower.start()
    return follower
  }

  const titles = (follower: Follower) =>
    [...follower.shown()]
      .filter(([key]) => key.startsWith('thread '))
      .map(([, row]) => (row as { title: string }).title)
      .sort()

  it('holds what was there, hears what comes, and catches up after an absence', async () => {
    const site = await test.addSite()
    const anna = await test.visitor('Anna', site)
    await anna.run('thread.post', { page: PAGE, kind: 'idea', body: 'Before' })
    const reader = follow(test.stranger(site), 'public')
    await eventually(() => titles(reader).length === 1)
    await anna.run('thread.post', { page: PAGE, kind: 'idea', body: 'Live' })
    await eventually(() => titles(reader).join() === 'Before,Live')
    reader.stop()
    await anna.run('thread.post', { page: PAGE, kind: 'idea', body: 'While away' })
    reader.start()
    await eventually(() => titles(reader).length === 3)
    expect(reader.puller.resets).toBe(0)
  })

  it('tries again where the last word of joining never comes', async () => {
    const server = createServer()
    const silent = new Server(server, { path: '/api/v1/live', transports: ['websocket'] })
    onTestFinished(() => silent.close())
    let opened = 0
    silent.engine.on('connection', () => opened++)
    silent.use(() => {})
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const client = new TestClient({ url, origin: TEST_ORIGIN, site: 's_silent' })
    const backoff = { first: 20, longest: 100 }
    const reader = new Follower({ client, streams: ['public'], backoff, ackWithin: 50 })
    onTestFinished(() => reader.stop())
    reader.start()
    await eventually(() => opened > 1)
  })

  it('[F5] learns the replies of a thread that was removed when it arrived and comes back', async () => {
    const site = await test.addSite()
    const anna = await test.visitor('Anna', site)
    const { id } = await anna.run('thread.post', { page: PAGE, kind: 'idea', body: 'Timer' })
    const kept = (await anna.run('reply.post', { thread: id, body: 'For tea' })).id
    const removed = (await anna.run('reply.post', { thread: id, body: 'For eggs' })).id
    await anna.run('message.delete', { id: removed })
    await anna.run('message.delete', { id })
    const reader = follow(test.stranger(site), 'public')
    await eventually(() => reader.replica.cursor('public') !== undefined)
    expect([...reader.shown().keys()].filter(key => !key.startsWith('site '))).toEqual([])
    await anna.run('message.restore', { id })
    await eventually(() => titles(reader).length === 1)
    expect([...reader.shown().keys()].filter(key => key.startsWith('reply ')).sort()).toEqual(
      [`reply ${kept}`, `reply ${removed}`].sort(),
    )
  })

  it('[F5] learns the replies of a thread that was removed when it arrived and comes back', async () => {
    const site = await test.addSite()
    const anna = await test.visitor('Anna', site)
    const { id } = await anna.run('thread.post', { page: PAGE, kind: 'idea', body: 'Timer' })
    const kept = (await anna.run('reply.post', { thread: id, body: 'For tea' })).id
    const removed = (await anna.run('reply.post', { thread: id, body: 'For eggs' })).id
    await anna.run('message.delete', { id: removed })
    await anna.run('message.delete', { id })
    const reader = follow(test.stranger(site), 'public')
    await eventually(() => reader.replica.cursor('public') !== undefined)
    expect([...reader.shown().keys()].filter(key => !key.startsWith('site '))).toEqual([])
    await anna.run('message.restore', { id })
    await eventually(() => titles(reader).length === 1)
    expect([...reader.shown().keys()].filter(key => key.startsWith('reply ')).sort()).toEqual(
      [`reply ${kept}`, `reply ${removed}`].sort(),
    )
  })

  it('[F5] learns the replies of a thread that was merged when it arrived and is parted again', async () => {
    const site = await test.addSite()
    const staff = await test.staff('Giulia', 'agent', site)
    const post = async (body: string) =>
      (await staff.run('thread.post', { page: PAGE, kind: 'idea', body })).id
    const [thread, into] = [await post('Timer'), await post('Clock')]
    const reply = (await staff.run('reply.post', { thread, body: 'For tea' })).id
    await staff.run('thread.merge', { thread, into })
    const reader = follow(test.stranger(site), 'public')
    await eventually(() => titles(reader).length === 1)
    await staff.run('thread.unmerge', { thread })
    await eventually(() => titles(reader).length === 2)
    expect([...reader.shown().keys()]).toEqual(expect.arrayContaining([`body ${thread}`, `reply ${reply}`]))
  })

  it('begins anew in another epoch', async () => {
    const site = await test.addSite()
    const anna = await test.visitor('Anna', site)
    const { id } = await anna.run('thread.post', { page: PAGE, kind: 'idea', body: 'Old life' })
    const reader = follow(test.stranger(site), 'public')
    await eventually(() => titles(reader).length === 1)
    const { store } = test.app
    await store.write(async db => {
      await db.deleteFrom('change').where('site_id', '=', site.id).execute()
      await db
        .updateTable('site_head')
        .set({ epoch: 'e_new', head: 0 })
        .where('site_id', '=', site.id)
        .execute()
      await db.updateTable('thread').set({ title: 'New life', seq: 0 }).where('id', '=', id).execute()
    })
    await eventually(() => titles(reader).join() === 'New life')
    expect(reader.puller.resets).toBe(1)
  })

  it('shows at once what its own write was answered, and its mark', async () => {
    const site = await test.addSite()
    const anna = follow(await test.visitor('Anna', site), 'public', 'me')
    await eventually(() => anna.connected && anna.replica.cursor('me') !== undefined)
    const { id } = await anna.attempt('thread.post', { page: PAGE, kind: 'idea', body: 'Mine' }, 'mine-0001')
    expect(anna.shown().get(`own ${id}`)).toMatchObject({ author: true, voted: true })
    expect(titles(anna)).toEqual(['Mine'])
  })

  it('tells a refusal from a write whose fate is unknown', async () => {
    const site = await test.addSite()
    const anna = follow(await test.visitor('Anna', site), 'public')
    const refused = anna.attempt('message.delete', { id: 't_none' }, 'mine-0002', 'http')
    await expect(refused).rejects.toMatchObject({ problem: { code: 'not_found' } })
    anna.stop()
    const lost = anna.attempt(
      'thread.post',
      { page: PAGE, kind: 'idea', body: 'Where?' },
      'mine-0003',
      'socket',
    )
    await expect(lost).rejects.toThrow(NoAnswer)
  })
})
