import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Frame, Pulled } from '../contract/feed.ts'
import type { Snapshot } from '../contract/reads.ts'
import { eventually } from '../testing/eventually.ts'
import { changesOf } from '../testing/shadow.ts'
import type { TestApp } from '../testing/test-app.ts'
import { startTestApp } from '../testing/test-app.ts'
import type { TestClient } from '../testing/test-client.ts'

const page = (path: string) => ({ key: `https://lume.example${path}`, url: `https://lume.example${path}` })

describe('feed', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startTestApp()
  })
  afterAll(() => test.close())

  const scene = async () => {
    const site = await test.addSite()
    const [anna, tom, giulia] = [
      await test.visitor('Anna', site),
      await test.visitor('Tom', site),
      await test.staff('Giulia', 'agent', site),
    ]
    const post = async (body = 'A question?', path = '/') =>
      (await anna.run('thread.post', { page: page(path), kind: 'question', body })).id
    const where = () => anna.get<Snapshot>('snapshot').then(({ epoch, asOf }) => ({ epoch, asOf }))
    return { site, anna, tom, giulia, post, where }
  }
  const reached = (client: TestClient, seq: number, stream = 'public') =>
    eventually(() => client.frames.filter(frame => frame.stream === stream).at(-1)?.to === seq)
  const entities = (frames: Frame[]) => frames.flatMap(frame => frame.changes.map(change => change.entity))

  it('[F1] tells each stream without gaps, also of what it does not show', async () => {
    const { tom, post, where } = await scene()
    await post('First?', '/a')
    const { streams } = await tom.watch('public', `page:${page('/a').key}`)
    await post('Elsewhere?', '/b')
    await reached(tom, (await where()).asOf)
    await post('Here?', '/a')
    const { asOf } = await where()
    await reached(tom, asOf)
    await reached(tom, asOf, `page:${page('/a').key}`)
    for (const { stream, head } of streams) {
      const frames = tom.frames.filter(frame => frame.stream === stream)
      expect(frames[0]?.from).toBe(head)
      for (const [i, frame] of frames.entries()) if (i > 0) expect(frame.from).toBe(frames[i - 1]?.to)
    }
    const onPage = tom.frames.filter(frame => frame.stream !== 'public')
    expect(JSON.stringify(onPage)).toContain('Here?')
    expect(JSON.stringify(onPage)).not.toContain('Elsewhere?')
  })

  it('merges a burst into few frames', async () => {
    const { tom, giulia, post, where } = await scene()
    const thread = await post()
    await tom.watch('public')
    await Promise.all(
      Array.from({ length: 30 }, (_, i) => giulia.run('reply.post', { thread, body: `Reply ${i}` })),
    )
    await reached(tom, (await where()).asOf)
    expect(entities(tom.frames).filter(entity => entity === 'reply')).toHaveLength(30)
    expect(tom.frames.length).toBeLessThan(30)
  })

  it('[F4] keeps private streams to whom they belong', async () => {
    const { anna, tom, giulia, post, where } = await scene()
    const thread = await post()
    await anna.watch('public', 'me')
    await tom.watch('public', 'me')
    await giulia.watch('staff')
    await giulia.run('note.add', { thread, body: 'Between us' })
    await tom.run('vote.set', { id: thread, on: true })
    const { asOf } = await where()
    await reached(giulia, asOf, 'staff')
    await reached(tom, asOf, 'me')
    expect(JSON.stringify(giulia.frames)).toContain('Between us')
    expect(JSON.stringify([anna.frames, tom.frames])).not.toContain('Between us')
    expect(entities(anna.frames)).not.toContain('own')
    await expect(tom.watch('staff')).rejects.toMatchObject({ problem: { code: 'forbidden' } })
    const stranger = test.stranger(test.site)
    await expect(stranger.watch('me')).rejects.toMatchObject({ problem: { code: 'unauthenticated' } })
  })

  it('[F3] sends a del to whoever loses sight of something', async () => {
    const { anna, tom, post, where } = await scene()
    const thread = await post()
    await tom.watch('public')
    await anna.run('message.edit', {
      id: thread,
      body: 'https://a.example https://b.example https://c.example',
    })
    await reached(tom, (await where()).asOf)
    const last = tom.frames.flatMap(frame => frame.changes).filter(change => change.id === thread)
    expect(last.map(change => [change.entity, change.op])).toEqual([
      ['thread', 'del'],
      ['body', 'del'],
    ])
  })

  it('[F6] answers a pull from any cursor with what the frames told since', async () => {
    const { tom, giulia, post, where } = await scene()
    const start = await where()
    await tom.watch('public')
    const thread = await post()
    for (let i = 0; i < 4; i++) await giulia.run('reply.post', { thread, body: `Reply ${i}` })
    const { epoch, asOf } = await where()
    await reached(tom, asOf)
    const told = new Map(tom.frames.flatMap(frame => frame.changes).map(c => [`${c.entity} ${c.id}`, c]))
    const stranger = test.stranger(await siteOf(tom))
    for (let since = start.asOf; since <= asOf; since++) {
      const pulled = await stranger.pull('public', epoch, since)
      expect(pulled).toMatchObject({ from: since, to: asOf })
      expect(changesOf(pulled).map(change => change.id)).toEqual(
        [...told.values()]
          .filter(c => c.seq > since)
          .sort((a, b) => a.seq - b.seq)
          .map(c => c.id),
      )
    }
  })

  it('[F6] says why a cursor cannot be served', async () => {
    const { site, anna, post, where } = await scene()
    await post()
    const { epoch, asOf } = await where()
    const reset = async (answer: Promise<Pulled>) => expect(await answer)
    ;(await reset(anna.pull('public', 'e_other', 0))).toEqual({ reset: 'epoch', epoch, head: asOf })
    ;(await reset(anna.pull('public', epoch, asOf + 1))).toEqual({ reset: 'ahead', epoch, head: asOf })
    await test.app.store.write(db =>
      db.updateTable('site_head').set({ floor: 2 }).where('site_id', '=', site.id).execute(),
    )
    ;(await reset(anna.pull('public', epoch, 1))).toMatchObject({ reset: 'too_old' })
    for (let i = 0; i < 170; i++) await post(`Question ${i}?`)
    ;(await reset(anna.pull('public', epoch, 2))).toMatchObject({ reset: 'too_far' })
  })

  it('[F7] serves nothing from memory that has been hidden since', async () => {
    const { tom, giulia, post, where } = await scene()
    const start = await where()
    await tom.watch('public')
    const thread = await post('Soon hidden words')
    await reached(tom, (await where()).asOf)
    await giulia.run('message.hide', { id: thread, reason: 'off topic' })
    const { epoch, asOf } = await where()
    await reached(tom, asOf)
    const pulled = await tom.pull('public', epoch, start.asOf)
    expect(JSON.stringify(pulled)).toContain('off topic')
    expect(JSON.stringify(pulled)).not.toContain('Soon hidden')
  })

  it('[F6] holds a pull back until something happens', async () => {
    const { tom, post, where } = await scene()
    const { epoch, asOf } = await where()
    const waiting = tom.pull('public', epoch, asOf, 20)
    await eventually(() => test.app.hub.feeds.followed > 0)
    await post('Worth waiting for?')
    expect(JSON.stringify(await waiting)).toContain('Worth waiting for')
    expect(await tom.pull('public', epoch, (await where()).asOf)).toMatchObject({ changes: [] })
  })

  it('[F8] tells the head by beacon and moves quiet streams along', async () => {
    const { anna, tom, post, where } = await scene()
    await post()
    await anna.watch('me')
    await tom.watch('me')
    await post()
    const { epoch, asOf } = await where()
    await reached(anna, asOf, 'me')
    expect(tom.frames).toEqual([])
    test.app.hub.feeds.tick()
    await eventually(() => tom.beacons.some(beacon => beacon.head === asOf && beacon.epoch === epoch))
    expect(tom.frames.at(-1)).toMatchObject({ stream: 'me', to: asOf, changes: [] })
  })

  it('[F10] begins a new epoch when the database turns out older than remembered', async () => {
    const { site, tom, post, where } = await scene()
    await post()
    await tom.watch('public')
    const before = await where()
    await test.app.store.write(db =>
      db
        .updateTable('site_head')
        .set({ head: before.asOf - 2 })
        .where('site_id', '=', site.id)
        .execute(),
    )
    const beacon = await eventually(() => tom.beacons.find(told => told.epoch !== before.epoch))
    expect(await tom.pull('public', before.epoch, before.asOf)).toMatchObject({
      reset: 'epoch',
      epoch: beacon.epoch,
    })
  })

  it('[F10] begins it also when writes came before anybody looked', async () => {
    const { site, tom, post, where } = await scene()
    await post()
    await tom.watch('public')
    const before = await where()
    await test.app.store.write(async db => {
      const head = before.asOf - 2
      await db.deleteFrom('change').where('site_id', '=', site.id).where('seq', '>', head).execute()
      await db.updateTable('site_head').set({ head }).where('site_id', '=', site.id).execute()
    })
    await post('First of another life?')
    await eventually(() => tom.beacons.some(told => told.epoch !== before.epoch))
  })

  it('[F10] begins it also when the restored feed is longer than the remembered one', async () => {
    const { site, tom, post, where } = await scene()
    await post()
    await tom.watch('public')
    const before = await where()
    await test.app.store.write(async db => {
      const others = { mutation_id: 'another-life' }
      await db.updateTable('change').set(others).where('site_id', '=', site.id).execute()
    })
    await post('Longer?')
    await eventually(() => tom.beacons.some(told => told.epoch !== before.epoch))
  })

  it('loses nothing between watching and writing at the same moment', async () => {
    const { site, post, where } = await scene()
    for (let round = 0; round < 15; round++) {
      const client = test.stranger(site)
      await client.connect()
      const [{ streams }] = await Promise.all([
        client.watch('public'),
        post(`Round ${round}?`),
        post('Twin?'),
      ])
      const { epoch, asOf } = await where()
      const head = streams[0]?.head as number
      const pulled = head < asOf ? changesOf(await client.pull('public', epoch, head)) : []
      if (head < asOf) await reached(client, asOf)
      const seen = new Set(client.frames.flatMap(frame => frame.changes).map(change => change.id))
      for (const change of pulled) expect(seen).toContain(change.id)
    }
  })

  async function siteOf(client: TestClient) {
    return { ...test.site, id: client.parts.site }
  }
})
