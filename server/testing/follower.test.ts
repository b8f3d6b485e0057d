import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { eventually } from './eventually.ts'
import { Follower, NoAnswer } from './follower.ts'
import type { TestApp } from './test-app.ts'
import { startTestApp } from './test-app.ts'
import type { TestClient } from './test-client.ts'

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
