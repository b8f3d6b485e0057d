import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestApp } from '../testing/test-app.ts'
import { startTestApp } from '../testing/test-app.ts'
import { TestClient } from '../testing/test-client.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await startTestApp()
})
afterAll(() => testApp.close())

const get = (path: string) => fetch(testApp.app.url + path)

test('a site can be tried on a page of the server, which only its own pages may frame', async () => {
  const response = await get(`/trial/${testApp.site.id}?theme=dark&lang=it`)
  expect(response.status).toBe(200)
  const page = await response.text()
  expect(page).toContain(`data-site="${testApp.site.id}"`)
  expect(page).toContain('data-theme="dark"')
  expect(page).toContain('<html lang="it"')
  expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
  expect(response.headers.get('x-frame-options')).toBe('SAMEORIGIN')
  expect((await get('/admin')).headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
})

test.each([
  'accent=red;}body{display:none',
  'accent=%23fff%7D*%7Bdisplay:none',
  'radius=9px;background:url(https://evil.example)',
  'density=1;color:red',
  'theme=dark;color:red',
  'accent=%23ffffff&accent=x',
])('[O3] no style gets into it by %s', async query => {
  const [plain, odd] = [await get('/trial/style.css'), await get(`/trial/style.css?${query}`)]
  expect(await odd.text()).toBe(await plain.text())
  const page = await (await get(`/trial/${testApp.site.id}?${query}`)).text()
  expect(page).not.toContain('evil')
  expect(page).not.toContain('display:none')
})

test('there is none of a site that does not exist', async () => {
  expect((await get('/trial/s_unknown')).status).toBe(404)
})

test('visitors write from it, from no unlisted origin', async () => {
  const url = testApp.app.url
  const here = new TestClient({ url, origin: url, site: testApp.site.id })
  await here.register('Anna')
  expect(here.token).toBeTruthy()
  await here.watch('public')
  here.disconnect()
  const elsewhere = new TestClient({ url, origin: 'https://evil.example', site: testApp.site.id })
  await expect(elsewhere.register('Anna')).rejects.toMatchObject({ problem: { code: 'origin_not_allowed' } })
})
