import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Snapshot } from './contract/reads.ts'
import type { TestApp } from './testing/test-app.ts'
import { startTestApp } from './testing/test-app.ts'

const PAGE = { key: 'https://lume.example/', url: 'https://lume.example/' }
const post = { page: PAGE, kind: 'idea', body: 'Patience' } as const

let test: TestApp
beforeAll(async () => {
  test = await startTestApp()
})
afterAll(() => test.close())

it('[O4] answers 503 with Retry-After while another process holds the database, reads on, and recovers', async () => {
  const anna = await test.visitor('Anna')
  await anna.connect()
  const foreign = new Database(join(test.dataDir, 'parla.db'))
  foreign.exec('begin immediate')
  const [byHttp, bySocket] = [
    anna.request('commands/thread.post', {
      method: 'POST',
      body: JSON.stringify(post),
      headers: { 'content-type': 'application/json', 'idempotency-key': 'locked-by-http' },
    }),
    anna.send('thread.post', post, 'locked-by-socket').catch(error => error.problem),
  ]
  const before = await anna.get<Snapshot>('snapshot')
  const response = await byHttp
  expect(response.status).toBe(503)
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await response.json()).toMatchObject({ code: 'busy' })
  expect(await bySocket).toMatchObject({ code: 'busy', retryAfter: expect.any(Number) })
  foreign.exec('rollback')
  foreign.close()
  await anna.run('thread.post', post, 'locked-by-http')
  await anna.send('thread.post', post, 'locked-by-socket')
  const after = await anna.get<Snapshot>('snapshot')
  expect(after.counts.all).toBe(before.counts.all + 2)
}, 20_000)
