import { nanoid } from 'nanoid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Inbox } from '../contract/inbox.ts'
import type { Snapshot } from '../contract/reads.ts'
import type { TestApp } from '../testing/test-app.ts'
import { startTestApp } from '../testing/test-app.ts'
import type { TestClient } from '../testing/test-client.ts'
import { createRateLimits } from './rate-limits.ts'

const PAGE = { key: 'https://lume.example/', url: 'https://lume.example/' }
const post = { page: PAGE, kind: 'question', body: 'Once only?' } as const

describe('execute', () => {
  let test: TestApp
  let anna: TestClient
  beforeAll(async () => {
    test = await startTestApp()
    anna = await test.visitor()
    await anna.connect()
  })
  afterAll(() => test.close())

  const count = async () => (await anna.get<Snapshot>('snapshot')).counts.all
  const head = async () => (await anna.get<Snapshot>('snapshot')).asOf

  it('[W2] gives one effect and one answer to the same id, five times in parallel, through both doors', async () => {
    const before = await count()
    const id = nanoid()
    const answers = await Promise.all([
      anna.run('thread.post', post, id),
      anna.send('thread.post', post, id),
      anna.run('thread.post', post, id),
      anna.send('thread.post', post, id),
      anna.run('thread.post', post, id),
    ])
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect(await count()).toBe(before + 1)
  })

  it('[C3] lets a message go by the id made at the click', async () => {
    const [thread, reply] = [nanoid(), nanoid()]
    const posted = await anna.run('thread.post', post, thread)
    expect(posted.id).toBe(`t_${thread}`)
    expect(await anna.run('reply.post', { thread: posted.id, body: 'Yes' }, reply)).toMatchObject({
      id: `r_${reply}`,
    })
    expect((await anna.run('thread.post', post, 'counted-up-1')).id).not.toContain('counted')
  })

  it('[W2] keeps ids of different people apart', async () => {
    const tom = await test.visitor('Tom')
    const id = nanoid()
    const [first, second] = [await anna.run('thread.post', post, id), await tom.run('thread.post', post, id)]
    expect(second.id).not.toBe(first.id)
  })

  it('[W3] refuses the same id with another body and changes nothing', async () => {
    const id = nanoid()
    await anna.run('thread.post', post, id)
    const before = await head()
    const other = { ...post, body: 'Something else' }
    await expect(anna.run('thread.post', other, id)).rejects.toMatchObject({ problem: { code: 'conflict' } })
    await expect(anna.send('thread.post', other, id)).rejects.toMatchObject({ problem: { code: 'conflict' } })
    await expect(anna.run('person.rename', { name: 'Anna B.' }, id)).rejects.toMatchObject({
      problem: { code: 'conflict' },
    })
    expect(await head()).toBe(before)
  })

  it('[W5] leaves no trace of a refusal, so that the id can be used again', async () => {
    const id = nanoid()
    const before = await head()
    const thread = 't_unknown'
    await expect(anna.run('reply.post', { thread, body: 'x' }, id)).rejects.toMatchObject({
      problem: { code: 'not_found' },
    })
    expect(await head()).toBe(before)
    await anna.run('thread.post', post, id)
  })

  it('[W6] refuses alike through both doors', async () => {
    const bad: [string, unknown][] = [
      ['thread.post', {}],
      ['thread.post', { ...post, kind: 'rant' }],
      ['thread.post', { ...post, body: 7 }],
      ['thread.post', { ...post, body: { $gt: '' } }],
      ['thread.post', { ...post, extra: 1 }],
      ['thread.post', { ...post, body: 'x'.repeat(10_001) }],
      ['thread.post', { ...post, page: { ...PAGE, url: 'javascript:alert(1)' } }],
      ['vote.set', { id: 't_none', on: true }],
      ['vote.set', { id: "t_1' or 1=1", on: true }],
      ['drop.tables', {}],
      ['constructor', {}],
      ['__proto__', {}],
    ]
    for (const [name, input] of bad) {
      const byHttp = await anna.run(name as never, input as never).catch(error => error.problem)
      const bySocket = await anna.send(name as never, input as never).catch(error => error.problem)
      expect(byHttp.code).toMatch(/^(invalid|not_found|command_unknown)$/)
      expect(bySocket).toEqual(byHttp)
    }
    expect(anna.socket?.connected).toBe(true)
  })

  it('[W7] goes by what is true now, not by what was when the socket connected', async () => {
    const site = await test.addSite()
    const nameless = await test.visitor(null, site)
    const giulia = await test.staff('Giulia', 'agent', site)
    await nameless.connect()
    await giulia.connect()
    await nameless.send('person.rename', { name: 'Late Name' })
    const { id } = await nameless.send('thread.post', post)
    const { store } = test.app
    await store.write(db =>
      db
        .updateTable('person')
        .set({ role: null })
        .where('id', '=', giulia.personId as string)
        .execute(),
    )
    await expect(giulia.send('message.hide', { id, reason: 'x' })).rejects.toMatchObject({
      problem: { code: 'forbidden' },
    })
    await store.write(db => db.updateTable('site').set({ closed: 1 }).where('id', '=', site.id).execute())
    await expect(nameless.send('thread.post', post)).rejects.toMatchObject({
      problem: { code: 'site_closed' },
    })
  })

  it('[W4] numbers the changes of many at once without gaps', async () => {
    const people = await Promise.all(Array.from({ length: 8 }, (_, i) => test.visitor(`Visitor ${i}`)))
    const { epoch, asOf } = await anna.get<Snapshot>('snapshot')
    const results = await Promise.all(
      people.flatMap(p => [p.run('thread.post', post), p.run('thread.post', post)]),
    )
    expect(new Set(results.map(result => result.seq)).size).toBe(16)
    const giulia = await test.staff()
    const pulled = await giulia.pull('staff', epoch, asOf)
    expect(pulled).toMatchObject({ from: asOf, to: asOf + 16 * 3 })
  })

  it('[W2] limits how fast one person writes, but not how often they ask for an answer', async () => {
    const limited = await startTestApp({ limits: createRateLimits() })
    try {
      const eager = await limited.visitor('Eager')
      const first = await eager.run('thread.post', post, 'asked-again')
      for (let i = 1; i < 5; i++) await eager.run('thread.post', post)
      // Who lost an answer may ask for it at any time.
      expect(await eager.run('thread.post', post, 'asked-again')).toEqual(first)
      await expect(eager.run('thread.post', { ...post, kind: 'idea' }, 'asked-again')).rejects.toMatchObject({
        problem: { code: 'conflict' },
      })
      await expect(eager.run('thread.post', post)).rejects.toMatchObject({
        problem: { code: 'rate_limited', retryAfter: expect.any(Number) },
      })
      const other = await limited.visitor('Other')
      await other.run('thread.post', post)
      const giulia = await limited.staff()
      for (let i = 0; i < 10; i++) await giulia.run('thread.post', post)
      expect((await giulia.get<Inbox>('inbox')).total).toBe(6)
    } finally {
      await limited.close()
    }
  })
})
