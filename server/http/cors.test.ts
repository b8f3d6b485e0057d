import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestApp } from '../testing/test-app.ts'
import { startTestApp, TEST_ORIGIN } from '../testing/test-app.ts'

let testApp: TestApp
let site: string

beforeAll(async () => {
  testApp = await startTestApp()
  site = `${testApp.app.url}/api/v1/sites/${testApp.site.id}`
})
afterAll(() => testApp.close())

const reads = [
  'snapshot',
  'threads',
  'search?q=lamp',
  'counts?page=k',
  'changes?stream=public&epoch=e&since=0',
]
const foreign = [
  'https://evil.example',
  'http://lume.example',
  'https://lume.example:444',
  'https://www.lume.example',
  'https://lume.example.evil.example',
  'https://LUME.example',
  'null',
]

test.each(reads)('%s is for pages of the site, and for callers that are no browser', async path => {
  const listed = await fetch(`${site}/${path}`, { headers: { origin: TEST_ORIGIN } })
  expect(listed.status).toBe(200)
  expect(listed.headers.get('access-control-allow-origin')).toBe(TEST_ORIGIN)
  expect(listed.headers.get('vary')).toMatch(/Origin/)
  expect(listed.headers.get('access-control-allow-credentials')).toBeNull()

  const plain = await fetch(`${site}/${path}`)
  expect(plain.status).toBe(200)
  expect(plain.headers.get('access-control-allow-origin')).toBeNull()
  expect(plain.headers.get('vary')).toMatch(/Origin/)
})

test('[O3] every other origin reads nothing, also what is ready', async () => {
  for (const path of reads)
    for (const origin of foreign) {
      const response = await fetch(`${site}/${path}`, { headers: { origin } })
      expect([origin, response.status]).toEqual([origin, 403])
      expect(response.headers.get('access-control-allow-origin')).toBeNull()
      expect(await response.json()).toMatchObject({ code: 'origin_not_allowed' })
    }
})

test('an empty list is nobody’s', async () => {
  const closed = await testApp.addSite('Closed', [])
  const response = await fetch(`${testApp.app.url}/api/v1/sites/${closed.id}/snapshot`, {
    headers: { origin: TEST_ORIGIN },
  })
  expect(response.status).toBe(403)
})

test('[O3] a write from another origin writes nothing', async () => {
  const people = () => testApp.app.store.read(db => db.selectFrom('person').select('id').execute())
  const before = await people()
  const response = await fetch(`${site}/devices`, {
    method: 'POST',
    body: '{}',
    headers: { origin: 'https://evil.example', 'content-type': 'application/json' },
  })
  expect(response.status).toBe(403)
  expect(await people()).toEqual(before)
})

test('a problem can be read by pages of the site', async () => {
  const response = await fetch(`${site}/threads/t_doesNotExist00`, { headers: { origin: TEST_ORIGIN } })
  expect(response.status).toBe(404)
  expect(response.headers.get('access-control-allow-origin')).toBe(TEST_ORIGIN)
})

test('a preflight is answered for two hours, and only to pages of the site', async () => {
  const ask = (origin: string) =>
    fetch(`${site}/commands/vote.set`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type,idempotency-key',
      },
    })
  const listed = await ask(TEST_ORIGIN)
  expect(listed.status).toBe(204)
  expect(Object.fromEntries(listed.headers)).toMatchObject({
    'access-control-allow-origin': TEST_ORIGIN,
    'access-control-allow-methods': 'POST',
    'access-control-allow-headers': 'Authorization, Content-Type, Idempotency-Key',
    'access-control-max-age': '7200',
  })
  const other = await ask('https://evil.example')
  expect(other.status).toBe(403)
  expect(other.headers.get('access-control-allow-methods')).toBeNull()
})

test('the admin’s addresses know no other origin', async () => {
  for (const path of ['/api/v1/admin/session', `/api/v1/admin/sites/${testApp.site.id}/inbox`]) {
    const asked = await fetch(testApp.app.url + path, { method: 'OPTIONS', headers: { origin: TEST_ORIGIN } })
    expect(asked.headers.get('access-control-allow-origin')).toBeNull()
    expect(asked.headers.get('access-control-allow-methods')).toBeNull()
  }
})
