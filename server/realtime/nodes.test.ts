import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TestDatabase } from '../../test/services/database.ts'
import { createTestDatabase } from '../../test/services/database.ts'
import { testRedis } from '../../test/services/redis.ts'
import { describeWith } from '../../test/services/suites.ts'
import { eventually } from '../testing/eventually.ts'
import type { TestApp } from '../testing/test-app.ts'
import { startTestApp } from '../testing/test-app.ts'

const PAGE = { key: 'https://lume.example/', url: 'https://lume.example/' }

describeWith('databaseUrl', 'redisUrl')('[F9] nodes on one Postgres', () => {
  let database: TestDatabase
  let a: TestApp
  let b: TestApp
  let deaf: TestApp
  beforeAll(async () => {
    database = await createTestDatabase()
    const redis = testRedis()
    const shared = { databaseUrl: database.url, redisUrl: redis.url, redisPrefix: redis.prefix }
    a = await startTestApp(shared)
    b = await startTestApp(shared)
    deaf = await startTestApp({ databaseUrl: database.url })
  })
  afterAll(async () => {
    for (const node of [a, b, deaf]) await node.close()
    await database.drop()
  })

  it('tell each other what was written, and answer the same', async () => {
    const anna = await a.visitor('Anna')
    const [onB, onDeaf] = [b.stranger(a.site), deaf.stranger(a.site)]
    await onB.watch('public')
    await onDeaf.watch('public')
    const { id } = await anna.run('thread.post', { page: PAGE, kind: 'idea', body: 'Across nodes' })
    await eventually(() => JSON.stringify(onB.frames).includes('Across nodes'))
    await eventually(() => JSON.stringify(onDeaf.frames).includes('Across nodes'))
    expect(await onB.get(`threads/${id}`)).toEqual(await a.stranger().get(`threads/${id}`))
  })

  it('[W2] know each other’s mutation ids', async () => {
    const anna = await a.visitor('Anna')
    const twin = b.stranger(a.site)
    twin.token = anna.token
    const post = { page: PAGE, kind: 'idea', body: 'Twice?' } as const
    const [first, second] = await Promise.all([
      anna.run('thread.post', post, 'mutation-1'),
      twin.run('thread.post', post, 'mutation-1'),
    ])
    expect(second).toEqual(first)
  })

  it('[P6] end sessions and share presence across nodes', async () => {
    const giulia = await a.staff('Giulia')
    const elsewhere = b.stranger(a.site)
    const sameSession = await b.staff('Unused', 'agent', a.site)
    sameSession.parts.cookie = giulia.parts.cookie as string
    await sameSession.connect()
    await elsewhere.connect()
    await giulia.connect()
    await eventually(() => elsewhere.presences.at(-1)?.names.includes('Giulia'))
    await giulia.request('/api/v1/admin/session', { method: 'DELETE' })
    await eventually(() => sameSession.socket?.disconnected)
  })
  it('[P6] [V7] tell who looks at a thread, and end passes with their session or role', async () => {
    const [giulia, marco, olga] = [
      await a.staff('Giulia'),
      await a.staff('Marco'),
      await a.staff('Olga', 'owner'),
    ]
    const anna = await a.visitor('Anna')
    const { id } = await anna.run('thread.post', { page: PAGE, kind: 'idea', body: 'Seen by two' })
    const passes = [await b.inline(giulia, { site: a.site }), await b.inline(marco, { site: a.site })]
    const [byGiulia, byMarco] = passes as [(typeof passes)[0], (typeof passes)[0]]
    for (const client of [byGiulia, byMarco]) await client.connect()
    await olga.connect()
    await byGiulia.look(id)
    await olga.look(id)
    const names = (client: typeof olga) => client.lookings.at(-1)?.people.map(({ name }) => name)
    await eventually(() => names(olga)?.sort().join() === 'Giulia,Olga')
    await eventually(() => names(byGiulia)?.sort().join() === 'Giulia,Olga')
    await giulia.request('/api/v1/admin/session', { method: 'DELETE' })
    await eventually(() => byGiulia.socket?.disconnected)
    await eventually(() => names(olga)?.join() === 'Olga')
    await olga.run('member.role', { person: marco.personId as string, role: 'moderator' })
    await eventually(() => byMarco.socket?.disconnected)
  })
})
