import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject, onTestFinished, test } from 'vitest'
import type { TestApp } from '../../server/testing/test-app.ts'
import { startTestApp, TEST_ORIGIN } from '../../server/testing/test-app.ts'
import type { TestClient } from '../../server/testing/test-client.ts'
import { launchBrowser } from '../services/browser.ts'
import { describeWith } from '../services/suites.ts'
import { startBrand } from './brand.ts'

describeWith('chromiumPath')('the tag', () => {
  let app: TestApp
  let brand: Awaited<ReturnType<typeof startBrand>>
  let browser: Browser
  let anna: TestClient
  let page: Page
  let asked: string[]
  let trouble: string[]

  const tag = (attributes = '') =>
    `<script async src="${app.app.url}/parla.js" data-site="${anna.parts.site}" ${attributes}></script>`
  const far = '<div style="height: 5000px">Far above</div>'

  beforeAll(async () => {
    expect(inject('buildFailure')).toBeNull()
    app = await startTestApp()
    brand = await startBrand({
      '/inline': () => `<h1>Before</h1>${tag()}<p id="after">After</p>`,
      '/ahead': () =>
        `<link rel="modulepreload" crossorigin href="${app.app.url}/app/en.js"><link rel="preload" as="fetch" crossorigin href="${app.app.url}/api/v1/sites/${anna.parts.site}/snapshot">${tag('data-lang="en"')}`,
      '/far': () => far + tag(),
      '/target': () =>
        `<main id="talk"></main>${tag('data-target="#talk" data-lang="en" data-theme="dark"')}`,
      '/launcher': () => tag('data-mode="launcher"'),
      '/queue': () =>
        `<script>function parla(){(parla.q=parla.q||[]).push(arguments)}parla('open')</script>${far}${tag()}`,
      '/nowhere': () => tag().replace(/data-site="[^"]*"/, 'data-site="s_nowhere"'),
    })
    const site = await app.addSite('Lume', [brand.url, TEST_ORIGIN])
    anna = await app.visitor('Anna', site)
    await anna.run('thread.post', {
      page: { key: `${brand.url}/inline`, url: `${brand.url}/inline` },
      kind: 'question',
      body: 'Is the lamp waterproof?',
    })
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await brand?.close()
    await app?.close()
  })

  const visit = async (path: string, before: (page: Page) => unknown = () => {}) => {
    const context = await browser.newContext({ viewport: { width: 900, height: 700 } })
    page = await context.newPage()
    asked = []
    trouble = []
    page.on('request', request => asked.push(new URL(request.url()).pathname))
    page.on('pageerror', error => trouble.push(error.message))
    await before(page)
    await page.goto(brand.url + path)
  }
  afterEach(async () => {
    expect(trouble).toEqual([])
    await page.context().close()
  })

  test('draws the conversation where it stands, in the language of the page', async () => {
    await visit('/inline')
    await page.getByText('Is the lamp waterproof?').waitFor()
    const order = await page.evaluate(() => [...document.body.children].map(element => element.localName))
    expect(order).toEqual(['h1', 'script', 'div', 'p'])
    expect(asked.some(path => path.includes('/it/app.js'))).toBe(true)
    expect(
      await page.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length),
    ).toBe(0)
  })

  test('finds what the page had fetched ahead, and fetches nothing twice', async () => {
    const complaints: string[] = []
    const served: string[] = []
    const serve = (told: unknown) => {
      const { url, method } = (told as { request: IncomingMessage }).request
      served.push(`${method} ${url?.split('/').slice(-2).join('/')}`)
    }
    // What the server itself is asked: a browser says of one that waits for another that it has fetched too.
    subscribe('http.server.request.start', serve)
    onTestFinished(() => void unsubscribe('http.server.request.start', serve))
    await visit('/ahead', page => page.on('console', message => complaints.push(message.text())))
    await page.getByText('Is the lamp waterproof?').waitFor()
    const of = (name: string) => served.filter(path => path.startsWith('GET') && path.endsWith(name))
    expect(of('app/en.js')).toHaveLength(1)
    expect(of('en/app.js')).toHaveLength(1)
    expect(of('/snapshot')).toHaveLength(1)
    expect(complaints).toEqual([])
  })

  test('keeps room from the start, so that nothing moves when the conversation comes', async () => {
    await visit('/inline')
    const top = () => page.evaluate(() => document.querySelector('div')?.getBoundingClientRect().top)
    await page.waitForFunction(() => document.querySelector('div'))
    const before = await top()
    await page.getByText('Is the lamp waterproof?').waitFor()
    expect(await top()).toBe(before)
    expect(await page.evaluate(() => document.querySelector('div')?.style.minHeight)).toBe('320px')
  })

  test('asks for nothing until its slot comes near, and leaves one global', async () => {
    await visit('/far')
    await page.waitForFunction(() => 'parla' in window)
    await page.waitForLoadState('networkidle')
    expect(asked).toEqual(['/far', '/parla.js'])
    await page.evaluate(() => scrollTo(0, 4000))
    await page.getByText('Is the lamp waterproof?').waitFor()
    const added = await page.evaluate(() => {
      const frame = document.createElement('iframe')
      document.body.append(frame)
      const clean = new Set(Object.keys(frame.contentWindow ?? {}))
      frame.remove()
      return Object.keys(window).filter(name => !clean.has(name))
    })
    expect(added.filter(name => !/^(\d+|__playwright.*)$/.test(name))).toEqual(['parla'])
  })

  test('[C6] begins at once for a link to a message, also one that is followed later', async () => {
    await visit('/far#parla-t_nowhere')
    await page.getByText('Is the lamp waterproof?').waitFor({ state: 'attached' })
    await page.context().close()

    await visit('/far')
    await page.waitForFunction(() => 'parla' in window)
    await page.evaluate(() => {
      location.hash = 'elsewhere'
    })
    await page.waitForLoadState('networkidle')
    expect(asked).toEqual(['/far', '/parla.js'])
    await page.evaluate(() => {
      location.hash = 'parla-t_nowhere'
    })
    await page.getByText('Is the lamp waterproof?').waitFor({ state: 'attached' })
  })

  test('draws into a target, in a chosen language and theme', async () => {
    await visit('/target')
    await page.getByText('Is the lamp waterproof?').waitFor()
    expect(
      await page.evaluate(() => document.querySelector('#talk > div > div')?.getAttribute('data-mode')),
    ).toBe('dark')
    expect(asked.some(path => path.includes('/en/app.js'))).toBe(true)
  })

  test('asks for the snapshot beside the app', async () => {
    await visit('/inline')
    await page.getByText('Is the lamp waterproof?').waitFor()
    const timing = await page.evaluate(() =>
      [/snapshot/, /app\.js/].map(one => {
        const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
        const { startTime = NaN, responseEnd = NaN } = entries.find(({ name }) => one.test(name)) ?? {}
        return { startTime, responseEnd }
      }),
    )
    const [snapshot, app] = timing
    expect(snapshot?.startTime).toBeLessThan(app?.responseEnd ?? NaN)
  })

  test('obeys what was asked before it came', async () => {
    await visit('/queue')
    await page.getByText('Is the lamp waterproof?').waitFor({ state: 'attached' })
    expect(asked.some(path => path.includes('snapshot'))).toBe(true)
  })

  test('opens and closes the panel of the launcher, with a socket only while it is open', async () => {
    await visit('/launcher')
    const sockets: boolean[] = []
    page.on('websocket', socket => {
      sockets.push(true)
      socket.on('close', () => sockets.pop())
    })
    await page.waitForFunction(() => document.querySelector('body > div')?.children.length)
    expect(sockets).toEqual([])
    const opened = page.waitForEvent('websocket')
    await page.evaluate(() => (window as unknown as { parla: (name: string) => void }).parla('open'))
    const socket = await opened
    await page.getByText('Is the lamp waterproof?').waitFor()
    const closed = socket.waitForEvent('close')
    await page.evaluate(() => (window as unknown as { parla: (name: string) => void }).parla('close'))
    await closed
  })

  test('takes everything back when told to', async () => {
    await visit('/inline')
    const connected = page.waitForEvent('websocket').then(async socket => {
      await socket.waitForEvent('framereceived')
      return socket
    })
    await page.getByText('Is the lamp waterproof?').waitFor()
    const socket = await connected
    const closed = socket.waitForEvent('close')
    await page.evaluate(() => (window as unknown as { parla: (name: string) => void }).parla('destroy'))
    await closed
    expect(await page.evaluate(() => document.body.querySelectorAll('div').length)).toBe(0)
  })

  test('troubles no page with a site that does not exist', async () => {
    await visit('/nowhere')
    await page.waitForFunction(
      () => document.querySelector('div')?.firstElementChild?.shadowRoot?.textContent,
    )
  })
})
