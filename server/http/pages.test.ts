import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { Server } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createCustomers } from '../auth/customers.ts'
import { createOwnAccount } from '../auth/own-account.ts'
import { createPasses } from '../auth/passes.ts'
import { createTeam } from '../auth/team.ts'
import { createVisitors } from '../auth/visitor.ts'
import { errors } from '../contract/errors.ts'
import { createKnownSites } from '../features/known-sites.ts'
import { createSights } from '../features/sights.ts'
import type { TestApp } from '../testing/test-app.ts'
import { startTestApp } from '../testing/test-app.ts'
import { createHttp } from './create-http.ts'

const HASH = '0123456789'
let testApp: TestApp
let server: Server
let folder: string
let url: string

/** The server with a build of its own making, so that the test does not depend on what was built last. */
beforeAll(async () => {
  testApp = await startTestApp()
  folder = await mkdtemp(join(tmpdir(), 'parla-assets-'))
  const put = async (path: string, text: string) => {
    await mkdir(join(folder, path, '..'), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  const build = { hash: HASH, locales: ['en', 'it'] }
  await put('manifest.json', JSON.stringify({ widget: build, admin: build }))
  await put('widget/parla.js', `/* ${'the tag '.repeat(200)} */`)
  for (const locale of build.locales) {
    await put(`widget/${HASH}/${locale}/app.js`, 'export {}')
    await put(`admin/${HASH}/${locale}/main.js`, 'export {}')
    await put(`admin/${HASH}/${locale}/main.css`, 'body { margin: 0 }')
  }
  const { store, execute, staff, hub } = testApp.app
  server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  url = `http://localhost:${(server.address() as AddressInfo).port}`
  const visitors = createVisitors({ store, clock: testApp.clock })
  server.on(
    'request',
    createHttp({
      ...{
        store,
        sites: createKnownSites(store),
        clock: testApp.clock,
        execute,
        feed: hub.feeds,
        visitors,
        customers: createCustomers({ store, clock: testApp.clock, visitors, execute }),
        staff,
        team: createTeam({ store, clock: testApp.clock, onCommit: () => undefined }),
        passes: createPasses({ store, clock: testApp.clock, onEnded: () => undefined }),
        account: createOwnAccount({ store, onSignedOut: () => undefined }),
        sights: createSights({ store, clock: testApp.clock }),
        images: testApp.app.images,
      },
      logger: pino({ level: 'silent' }),
      config: {
        publicUrl: url,
        secureCookies: false,
        takesImages: true,
        sendsMail: false,
        assetsDir: folder,
      },
      isOverloaded: () => false,
      ready: () => false,
    }),
  )
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await testApp.close()
  await rm(folder, { recursive: true })
})

test('the tag may be used everywhere and is asked for again after minutes', async () => {
  const tag = await fetch(`${url}/parla.js`, { headers: { 'accept-encoding': 'br' } })
  expect(Object.fromEntries(tag.headers)).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=300',
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'content-encoding': 'br',
    'x-content-type-options': 'nosniff',
  })
  expect(await tag.text()).toMatch(/^\/\* the tag/)
  const again = await fetch(`${url}/parla.js`, {
    headers: { 'if-none-match': tag.headers.get('etag') ?? '' },
  })
  expect(again.status).toBe(304)
})

test('what is named by its content is kept for ever', async () => {
  const app = await fetch(`${url}/${HASH}/en/app.js`)
  expect(app.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(app.headers.get('access-control-allow-origin')).toBe('*')
})

test('a page may ask for the app by its language, and is led to what the tag will ask for', async () => {
  const led = await fetch(`${url}/app/en.js`, { redirect: 'manual' })
  expect(led.status).toBe(302)
  expect(Object.fromEntries(led.headers)).toMatchObject({
    location: `/${HASH}/en/app.js`,
    'cache-control': 'public, max-age=300',
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
  })
  expect((await fetch(`${url}/app/xx.js`)).status).toBe(404)
})

test('the admin’s files are for its own origin', async () => {
  const main = await fetch(`${url}/admin/${HASH}/en/main.js`)
  expect(main.status).toBe(200)
  expect(main.headers.get('access-control-allow-origin')).toBeNull()
  expect(main.headers.get('cross-origin-resource-policy')).toBe('same-origin')
})

test('no address leads out of the build', async () => {
  for (const path of ['/..%2fmanifest.json', '/%2e%2e/manifest.json', '/manifest.json', '/widget/parla.js'])
    expect((await fetch(url + path)).status, path).not.toBe(200)
})

test.each(['/admin', '/admin/', '/admin/threads/t_1?view=all'])('%s is the admin’s shell', async path => {
  const page = await fetch(url + path, { headers: { 'accept-language': 'de, it;q=0.8, en;q=0.5' } })
  const html = await page.text()
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(html).toMatch(/^<!doctype html><html lang="it" dir="ltr">/)
  expect(html).toContain(`<script type="module" src="/admin/${HASH}/it/main.js"></script>`)
  expect(html).toContain(`<link rel="stylesheet" href="/admin/${HASH}/it/main.css"/>`)
  expect(page.headers.get('vary')).toMatch(/Accept-Language/)
})

test('pages run only our scripts, and nobody frames them', async () => {
  for (const path of ['/admin', '/api', '/nothing']) {
    const { headers } = await fetch(url + path)
    const policy = headers.get('content-security-policy')?.split(';').sort()
    expect(policy).toEqual(
      [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        `connect-src 'self' ${url.replace('http', 'ws')}`,
        "img-src 'self' data:",
        "frame-src 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "require-trusted-types-for 'script'",
      ].sort(),
    )
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    })
    expect(headers.get('x-powered-by')).toBeNull()
  }
})

test('[P14] the window in which a page is allowed to speak for the team may answer whoever opened it', async () => {
  const { headers } = await fetch(`${url}/inline`)
  expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(headers.get('cross-origin-opener-policy')).toBe('unsafe-none')
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  expect(headers.get('x-frame-options')).toBe('DENY')
})

test('the page of the API names every operation and explains every problem', async () => {
  const html = await (await fetch(`${url}/api`)).text()
  const document = (await (await fetch(`${url}/api/v1/openapi.json`)).json()) as {
    paths: Record<string, Record<string, { operationId: string }>>
  }
  const operations = Object.values(document.paths).flatMap(methods => Object.values(methods))
  for (const { operationId } of operations) expect(html).toContain(`id="${operationId}"`)
  for (const code of Object.keys(errors)) expect(html).toContain(`id="problem-${code}"`)
  const anchors = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(match => match[1]))
  const links = [...html.matchAll(/ href="#([^"]+)"/g)].map(match => match[1])
  expect(links.filter(link => !anchors.has(link))).toEqual([])
  expect(html).not.toMatch(/<script|style="|\son\w+="/)
  expect((await fetch(`${url}/api/style.css`)).headers.get('content-type')).toBe('text/css; charset=utf-8')
})

test('the root leads to the admin', async () => {
  const root = await fetch(url, { redirect: 'manual' })
  expect([root.status, root.headers.get('location')]).toEqual([302, '/admin'])
})

test('[O5] a server that drains is alive and not ready', async () => {
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
  const ready = await fetch(`${url}/readyz`)
  expect([ready.status, ready.headers.get('retry-after')]).toEqual([503, '5'])
  expect((await fetch(`${testApp.app.url}/readyz`)).status).toBe(200)
})
