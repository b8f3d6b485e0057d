import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StaffSession } from '../contract/person.ts'
import type { TestApp } from '../testing/test-app.ts'
import { startTestApp, TEST_ORIGIN } from '../testing/test-app.ts'

let testApp: TestApp
let url: string

beforeAll(async () => {
  testApp = await startTestApp()
  url = testApp.app.url
})
afterAll(() => testApp.close())

const teresa = { email: 'teresa@lume.example', password: 'four plain quiet words' }
const ours = () => ({ origin: url, 'x-parla-admin': '1', 'content-type': 'application/json' })

const send = (method: string, path: string, body: unknown, headers: Record<string, string> = ours()) =>
  fetch(`${url}/api/v1/admin/${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })

const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';')[0] ?? ''
const code = async (response: Response) => ((await response.json()) as { code: string }).code

test('[P5] an owner is made with the one-time code, signs out and in again', async () => {
  const setupCode = await testApp.app.staff.issueSetupCode()
  const made = await send('POST', 'owner', { code: setupCode, name: 'Teresa Galli', ...teresa })
  expect(made.status).toBe(201)
  expect(await made.json()).toMatchObject({
    email: teresa.email,
    sites: [{ id: testApp.site.id, me: { name: 'Teresa Galli', role: 'owner' } }],
  } satisfies Partial<StaffSession> | object)
  expect(made.headers.get('set-cookie')).toMatch(
    /^parla=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=34560000$/,
  )
  expect(made.headers.get('cache-control')).toBe('no-store')

  const cookie = cookieOf(made)
  const out = await send('DELETE', 'session', undefined, { ...ours(), cookie })
  expect(out.status).toBe(204)
  expect(out.headers.get('set-cookie')).toMatch(/^parla=; .*Max-Age=0/)
  expect((await send('GET', 'session', undefined, { cookie })).status).toBe(401)

  const again = await send('POST', 'session', teresa)
  expect(again.status).toBe(201)
  const session = await send('GET', 'session', undefined, { cookie: cookieOf(again) })
  expect(await session.json()).toMatchObject({ name: 'Teresa Galli' })
})

test('[P6] signing out ends the sockets of the session', async () => {
  const giulia = await testApp.staff()
  await giulia.connect()
  const ended = new Promise(resolve => giulia.socket?.once('disconnect', resolve))
  expect((await giulia.request('/api/v1/admin/session', { method: 'DELETE' })).status).toBe(204)
  await ended
})

test('a known and an unknown address meet the same refusal', async () => {
  const answers = await Promise.all(
    [teresa.email, 'nobody@lume.example'].map(email =>
      send('POST', 'session', { email, password: 'wrong words' }),
    ),
  )
  const [known, unknown] = await Promise.all(answers.map(response => response.text()))
  expect(known).toBe(unknown)
  expect(answers.map(({ status }) => status)).toEqual([401, 401])
})

test.each([
  ['another origin', { origin: 'https://evil.example' }, 'origin_not_allowed'],
  ['the brand’s page', { origin: TEST_ORIGIN }, 'origin_not_allowed'],
  ['a sandbox', { origin: 'null' }, 'origin_not_allowed'],
  ['another port', { origin: 'http://localhost:1' }, 'origin_not_allowed'],
  [
    'a browser that hides its origin',
    { origin: undefined, 'sec-fetch-site': 'cross-site' },
    'origin_not_allowed',
  ],
  ['a page that does not say it is the admin', { 'x-parla-admin': undefined }, 'forbidden'],
])('what %s asks for with the cookie is refused and changes nothing', async (_who, changed, expected) => {
  const giulia = await testApp.staff()
  const merged = { ...ours(), cookie: giulia.parts.cookie, ...changed }
  const headers = Object.fromEntries(
    Object.entries(merged).filter((pair): pair is [string, string] => pair[1] !== undefined),
  )
  for (const [method, path] of [
    ['DELETE', 'session'],
    ['POST', `sites/${testApp.site.id}/commands/thread.post`],
    ['POST', 'session'],
  ] as const) {
    const response = await send(method, path, method === 'POST' ? {} : undefined, headers)
    expect([response.status, await code(response)]).toEqual([403, expected])
  }
  expect((await giulia.request('/api/v1/admin/session')).status).toBe(200)
})

test('a caller that is no browser needs the header only', async () => {
  const giulia = await testApp.staff()
  const { cookie = '' } = giulia.parts
  const out = await send('DELETE', 'session', undefined, { cookie, 'x-parla-admin': '1' })
  expect(out.status).toBe(204)
})

test('[R3] the admin’s addresses want a session, and a role on that very site', async () => {
  const other = await testApp.addSite('Other')
  const giulia = await testApp.staff()
  const inbox = (site: string) => `/api/v1/admin/sites/${site}/inbox`
  const nobody = await fetch(url + inbox(testApp.site.id))
  expect([nobody.status, await code(nobody)]).toEqual([401, 'unauthenticated'])
  const [foreign, unknown] = await Promise.all([
    giulia.request(inbox(other.id)),
    giulia.request(inbox('s_none')),
  ])
  expect([foreign.status, await foreign.text()]).toEqual([unknown.status, await unknown.text()])
  expect((await giulia.request(inbox(testApp.site.id))).status).toBe(200)
})

test('[P1] a device token opens nothing of the admin, and the cookie nothing of the widget', async () => {
  const anna = await testApp.visitor()
  const headers = { authorization: `Bearer ${anna.token}` }
  expect((await fetch(`${url}/api/v1/admin/session`, { headers })).status).toBe(401)
  const giulia = await testApp.staff()
  const { cookie = '' } = giulia.parts
  expect((await fetch(`${url}/api/v1/sites/${testApp.site.id}/me`, { headers: { cookie } })).status).toBe(401)
})

test('[P7] staff commands through the visitors’ door are refused', async () => {
  const anna = await testApp.visitor()
  const { id } = await anna.run('thread.post', {
    page: { key: 'k', url: 'https://lume.example/' },
    kind: 'idea',
    body: 'A timer',
  })
  await expect(anna.run('thread.pin', { thread: id, on: true })).rejects.toMatchObject({
    problem: { code: 'forbidden' },
  })
})
