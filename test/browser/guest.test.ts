import type { Browser, Page, Route } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest'
import type { TestApp } from '../../server/testing/test-app.ts'
import { startTestApp, TEST_ORIGIN } from '../../server/testing/test-app.ts'
import type { TestClient } from '../../server/testing/test-client.ts'
import { launchBrowser } from '../services/browser.ts'
import { describeWith } from '../services/suites.ts'
import { startBrand } from './brand.ts'
import { look, takePart } from './guests/manners.ts'

/** Milliseconds; generous, because the machine may be busy. */
const PATIENCE = 20_000
const HERE = { key: 'https://lume.example/', url: 'https://lume.example/' }
const QUESTION = 'Is the lamp waterproof?'

/** What libraries of fifteen years ago did to everybody's objects. */
const OLD_LIBRARIES = `
  Object.prototype.extend = function (more) { for (const name in more) this[name] = more[name]; return this }
  Object.assign(Array.prototype, {
    each(run) { this.forEach(run); return this },
    remove(one) { return this.filter(other => other !== one) },
    include(one) { return this.indexOf(one) >= 0 },
    first() { return this[0] },
  })
  Array.from = function (list) { if (!list) return []; const all = []; for (let i = 0; i < list.length; i++) all.push(list[i]); return all }
  String.prototype.contains = function (part) { return this.indexOf(part) > -1 }
  Function.prototype.bind = function (self, ...given) { const run = this; return function (...more) { return run.apply(self, given.concat(more)) } }
  Element.prototype.remove = function () { this.parentNode && this.parentNode.removeChild(this); return this }
  Element.prototype.hide = function () { this.style.display = 'none'; return this }
  const stringify = JSON.stringify
  JSON.stringify = function (value) { return stringify(value) }
  const parse = JSON.parse
  JSON.parse = function (text) { return parse(text) }
  window.requestAnimationFrame = function (run) { return setTimeout(function () { run(Date.now()) }, 16) }
  window.CustomEvent = function (name, options) {
    const event = document.createEvent('CustomEvent')
    event.initCustomEvent(name, !!(options && options.bubbles), false, options && options.detail)
    return event
  }
  window.$ = window.$$ = function () {}
`
/** But for the size of the text: the page's is ours. */
const OLD_STYLES = `
  * { color: lime !important; background: pink !important; font-family: fantasy !important; line-height: 3 !important; text-transform: uppercase !important;
      letter-spacing: 1em !important; float: left !important; border: 3px solid red !important; padding: 20px !important }
  div, section { display: inline !important; width: 50px !important }
`
describeWith('chromiumPath')('as a guest', () => {
  let app: TestApp
  let brand: Awaited<ReturnType<typeof startBrand>>
  let strict: Awaited<ReturnType<typeof startBrand>>
  let browser: Browser
  let anna: TestClient
  let page: Page
  let complaints: string[]

  const tag = (attributes = '') =>
    `<script async src="${app.app.url}/parla.js" data-site="${anna.parts.site}" data-lang="en" data-theme="light" ${attributes}></script>`

  beforeAll(async () => {
    expect(inject('buildFailure')).toBeNull()
    app = await startTestApp()
    const { origin, host } = new URL(app.app.url)
    brand = await startBrand({
      '/plain': () => `<h1>Before</h1>${tag()}`,
      '/old': () => `<script>${OLD_LIBRARIES}</script><h1>Before</h1>${tag()}`,
      '/loud': () => `<style>${OLD_STYLES}</style><h1>Before</h1>${tag()}`,
    })
    strict = await startBrand(
      { '/': () => `<h1>Before</h1>${tag()}` },
      {
        'Content-Security-Policy': [
          "default-src 'none'",
          `script-src ${origin}`,
          `connect-src ${origin} ws://${host}`,
          'img-src data:',
          "require-trusted-types-for 'script'",
          "trusted-types 'none'",
        ].join('; '),
      },
    )
    const site = await app.addSite('Lume', [brand.url, strict.url, TEST_ORIGIN])
    anna = await app.visitor('Anna', site)
    await anna.run('thread.post', { page: HERE, kind: 'question', body: QUESTION })
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await brand?.close()
    await strict?.close()
    await app?.close()
  })

  const visit = async (url: string, before: (fresh: Page) => unknown = () => {}) => {
    const context = await browser.newContext({ viewport: { width: 900, height: 700 } })
    context.setDefaultTimeout(PATIENCE)
    page = await context.newPage()
    complaints = []
    page.on('pageerror', error => complaints.push(error.message))
    page.on('console', message => complaints.push(message.text()))
    await before(page)
    await page.goto(url)
  }
  afterEach(() => page.context().close())

  test('[H6] works where old libraries have changed what everybody uses', async () => {
    await visit(`${brand.url}/old`)
    await page.getByText(QUESTION).waitFor()
    await takePart(page, anna, 'Could the shade of it be blue?')
    expect(complaints).toEqual([])
  })

  test('[H6] looks the same under style sheets that style everything', async () => {
    await visit(`${brand.url}/plain`)
    await page.getByText(QUESTION).waitFor()
    const plain = await look(page)
    await page.context().close()
    await visit(`${brand.url}/loud`)
    await page.getByText(QUESTION).waitFor()
    expect(await look(page)).toEqual(plain)
    expect(complaints).toEqual([])
  })

  test('[H6] needs nothing of a strict policy but its own origin, with Trusted Types enforced', async () => {
    await visit(`${strict.url}/`, fresh =>
      fresh.addInitScript(() => {
        const broken: string[] = []
        Object.assign(window, { broken })
        document.addEventListener('securitypolicyviolation', event => broken.push(event.violatedDirective))
      }),
    )
    await page.getByText(QUESTION).waitFor()
    await takePart(page, anna, 'Could the cord of it be longer?')
    expect(await page.evaluate(() => (window as unknown as { broken: string[] }).broken)).toEqual([])
    expect(complaints).toEqual([])
  })

  test('[H6] moves nothing, neither itself nor the page', async () => {
    await visit(`${brand.url}/plain`, fresh =>
      fresh.addInitScript(() => {
        const shifts: number[] = []
        Object.assign(window, { shifts })
        new PerformanceObserver(list => {
          for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value)
        }).observe({ type: 'layout-shift', buffered: true })
      }),
    )
    await page.getByText(QUESTION).waitFor()
    // The toolbar is among what comes last.
    await page.getByRole('button', { name: 'Search conversations' }).waitFor()
    const sum = await page.evaluate(() =>
      (window as unknown as { shifts: number[] }).shifts.reduce((all, one) => all + one, 0),
    )
    expect(sum).toBeLessThanOrEqual(0.01)
  })

  const troubles: { what: string; answer: (route: Route) => Promise<void> }[] = [
    { what: 'is down', answer: route => route.abort('connectionrefused') },
    { what: 'answers 500', answer: route => route.fulfill({ status: 500, body: 'Oops' }) },
    {
      what: 'answers garbage',
      answer: route => route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Proxy</h1>' }),
    },
  ]
  test('[H7] says so where the server does not answer, and shows what comes late after all', async () => {
    let answer = () => {}
    await visit(`${brand.url}/plain`, async fresh => {
      await fresh.clock.install()
      await fresh.route('**/snapshot*', route => {
        answer = () => void route.continue()
      })
    })
    await page.getByText('Loading conversations…').waitFor({ state: 'attached' })
    await page.clock.fastForward(20_000)
    await page.getByText('We couldn’t load the conversations').waitFor()
    answer()
    await page.getByText(QUESTION).waitFor()
    expect(await page.getByText('We couldn’t load the conversations').count()).toBe(0)
  })

  test.each(troubles)(
    '[H7] says so calmly where the server $what, and tries again when asked',
    async ({ answer }) => {
      let ill = true
      await visit(`${brand.url}/plain`, fresh =>
        fresh.route('**/snapshot*', route => (ill ? answer(route) : route.continue())),
      )
      await page.getByText('We couldn’t load the conversations').waitFor()
      ill = false
      await page.getByRole('button', { name: 'Try again' }).click()
      await page.getByText(QUESTION).waitFor()
      // The browser itself may say that an answer was bad; no script has thrown.
      expect(complaints.filter(text => !/Failed to load resource/.test(text))).toEqual([])
    },
  )
})
