import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DemoSite } from './site-server.ts'
import { startDemoSite } from './site-server.ts'

const PARLA = 'https://parla.example'
const PAGES = [
  ['/en/', '/en/lucciola', '/en/repairs', '/en/shipping'],
  ['/it/', '/it/lucciola', '/it/riparazioni', '/it/spedizioni'],
].flat()
let site: DemoSite

beforeAll(async () => {
  site = await startDemoSite({ port: 0, parlaOrigin: PARLA, siteKey: 'lume' })
})
afterAll(() => site.close())

const get = (path: string, init?: RequestInit) => fetch(site.url + path, { redirect: 'manual', ...init })

/** fetch normalises dots in a path; a hostile client does not. */
const getRaw = (path: string) =>
  new Promise<number>((done, failed) => {
    request(site.url, { path }, response => {
      response.resume()
      done(response.statusCode ?? 0)
    })
      .on('error', failed)
      .end()
  })

test.each(PAGES)('%s is a complete page in its language that embeds Parla', async path => {
  const response = await get(path)
  const html = await response.text()
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(html).toContain(`<html lang="${path.slice(1, 3)}">`)
  expect(html).toContain(`src="${PARLA}/parla.js" data-site="lume"`)
  // The conversations for whoever has no scripts.
  expect(html).toContain(`<noscript><p><a href="${PARLA}/c/lume">`)
  expect(html).not.toContain('{{')
})

test.each(PAGES)('%s obeys its own policy: no inline script, style or event handler', async path => {
  const html = await (await get(path)).text()
  expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/)
})

test.each(PAGES)('every link of %s leads to a page or an anchor that exists', async path => {
  const html = await (await get(path)).text()
  const links = [...html.matchAll(/href="([^"]+)"/g)]
    .map(([, href = '']) => new URL(href, site.url + path))
    .filter(({ origin }) => origin !== PARLA)
  expect(links.length).toBeGreaterThan(5)
  for (const link of links) {
    const response = await get(link.pathname)
    expect(`${link.pathname} ${response.status}`).toBe(`${link.pathname} 200`)
    if (link.hash) expect(await response.text()).toContain(`id="${link.hash.slice(1)}"`)
  }
})

test('sends a policy that allows Parla and its socket, and nothing else from elsewhere', async () => {
  const policy = (await get('/en/')).headers.get('content-security-policy')
  expect(policy).toBe(
    "default-src 'self'; script-src 'self' https://parla.example; " +
      "connect-src 'self' https://parla.example wss://parla.example; style-src 'self'; img-src 'self' data:",
  )
})

test.each([
  ['it-IT,it;q=0.9,en;q=0.8', '/it/'],
  ['en-GB,it;q=0.5', '/en/'],
  ['ja', '/en/'],
  ['it;q=0', '/en/'],
])('sends a reader of %s to %s', async (languages, home) => {
  const response = await get('/', { headers: { 'Accept-Language': languages } })
  expect([response.status, response.headers.get('location')]).toEqual([302, home])
})

test.each([
  ['/en', '/en/'],
  ['/en/lucciola/', '/en/lucciola'],
  ['/en/lucciola.html?from=mail', '/en/lucciola?from=mail'],
  ['/it/index.html', '/it/'],
])('sends %s to the one address of that page, %s', async (path, clean) => {
  const response = await get(path)
  expect([response.status, response.headers.get('location')]).toEqual([308, clean])
})

test.each([
  '/../package.json',
  '/en/../../site-server.ts',
  '/%2e%2e/package.json',
  '/en/..%2f..%2fsite-server.ts',
  '//etc/passwd',
  '/parts/hero.svg',
  '/%',
])('answers %s with 404', async path => {
  expect(await getRaw(path)).toBe(404)
})

test('shows a page of its own for an unknown address', async () => {
  const response = await get('/en/nothing')
  expect(response.status).toBe(404)
  expect(await response.text()).toContain('The light is off here')
})

test('answers only GET and HEAD', async () => {
  const head = await get('/style.css', { method: 'HEAD' })
  expect(head.headers.get('content-type')).toBe('text/css; charset=utf-8')
  expect(await head.text()).toBe('')
  const post = await get('/en/', { method: 'POST', body: 'x' })
  expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
})

test('answers 304 to a browser that has the file already', async () => {
  const etag = (await get('/style.css')).headers.get('etag') ?? ''
  expect((await get('/style.css', { headers: { 'If-None-Match': etag } })).status).toBe(304)
})

test('rejects when the port is taken', async () => {
  const port = Number(new URL(site.url).port)
  await expect(startDemoSite({ port, parlaOrigin: PARLA, siteKey: 'lume' })).rejects.toThrow('EADDRINUSE')
})
