import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TestApp } from '../testing/test-app.ts'
import { startTestApp } from '../testing/test-app.ts'
import type { TestClient } from '../testing/test-client.ts'

const PAGE = { key: 'https://lume.example/', url: 'https://lume.example/' }
const HERD = 60

let test: TestApp
beforeAll(async () => {
  test = await startTestApp()
})
afterAll(() => test.close())

it('[F12] a herd that comes back is served from memory', async () => {
  const anna = await test.visitor('Anna')
  const herd: TestClient[] = []
  for (let i = 0; i < HERD; i++) herd.push(i % 3 === 0 ? await test.visitor(`Visitor ${i}`) : test.stranger())
  const { id } = await anna.run('thread.post', { page: PAGE, kind: 'idea', body: 'Before' })
  await Promise.all(herd.map(client => client.watch('public')))
  const { epoch, head } = await test.app.hub.feeds.head(test.site.id)
  await anna.run('reply.post', { thread: id, body: 'While they were away' })
  for (const client of herd) client.disconnect()

  const { store } = test.app
  const readStore = store.read
  let statements = 0
  store.read = work => {
    statements++
    return readStore.call(store, work) as never
  }
  try {
    await Promise.all(
      herd.map(async client => {
        await client.connect()
        await client.watch('public')
        expect(JSON.stringify(await client.pull('public', epoch, head))).toContain('While they were away')
      }),
    )
  } finally {
    store.read = readStore
  }
  // A few for all of them together (the site, the head, the checks of every other second), not one for each.
  expect(statements).toBeLessThan(HERD / 2)
})
