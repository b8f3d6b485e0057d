import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest'
import { setSiteOrigins } from '../../server/store/sites.ts'
import type { TestApp } from '../../server/testing/test-app.ts'
import { startTestApp, TEST_ORIGIN } from '../../server/testing/test-app.ts'
import type { TestClient } from '../../server/testing/test-client.ts'
import { launchBrowser } from '../services/browser.ts'
import { describeWith } from '../services/suites.ts'
import { startBrand } from './brand.ts'
import { GENERATORS, installGenerators } from './guests/generators.ts'
import { look, takePart } from './guests/manners.ts'
import { serveFolder } from './guests/serve-folder.ts'

/** Milliseconds; generous, because the machine may be busy. */
const PATIENCE = 20_000
const INSTALLING = 10 * 60_000
const QUESTION = 'Is the lamp waterproof?'
const HERE = { key: 'https://lume.example/', url: 'https://lume.example/' }

describeWith('chromiumPath')('in pages nobody here made', () => {
  let app: TestApp
  let browser: Browser
  let anna: TestClient
  let page: Page
  let complaints: string[]
  const sites: Partial<Record<keyof typeof GENERATORS, Awaited<ReturnType<typeof serveFolder>>>> = {}
  const folder = mkdtempSync(join(tmpdir(), 'parla-guests-'))
  let bare: Awaited<ReturnType<typeof startBrand>>

  const tag = (attributes = '') =>
    `<script async src="${app.app.url}/parla.js" data-site="${anna.parts.site}" data-lang="en" data-theme="light" ${attributes}></script>`
  const url = (name: keyof typeof GENERATORS) => sites[name]?.url ?? ''

  beforeAll(async () => {
    expect(inject('buildFailure')).toBeNull()
    await installGenerators()
    app = await startTestApp()
    bare = await startBrand({
      '/': () => tag(),
      '/small': () => `<div style="font-size: 14px">${tag()}</div>`,
    })
    const site = await app.addSite('Lume', [bare.url, TEST_ORIGIN])
    anna = await app.visitor('Anna', site)
    await anna.run('thread.post', { page: HERE, kind: 'question', body: QUESTION })
    for (const [name, { make }] of Object.entries(GENERATORS)) {
      const made = await make(mkdtempSync(join(folder, 'site-')), tag)
      sites[name as keyof typeof GENERATORS] = await serveFolder(made)
    }
    const origins = [TEST_ORIGIN, ...[bare, ...Object.values(sites)].map(one => one.url)]
    await app.app.store.write(db => setSiteOrigins(db, site.id, origins))
    browser = await launchBrowser()
  }, INSTALLING)
  afterAll(async () => {
    await browser?.close()
    await bare?.close()
    for (const site of Object.values(sites)) await site.close()
    await app?.close()
    rmSync(folder, { recursive: true, force: true })
  })
  afterEach(() => page.context().close())

  async function visit(address: string) {
    const context = await browser.newContext({ viewport: { width: 1080, height: 800 }, colorScheme: 'light' })
    context.setDefaultTimeout(PATIENCE)
    page = await context.newPage()
    complaints = []
    page.on('pageerror', error => {
      // A generator's own scripts may fail: no line of ours is among theirs.
      const isTheirs = error.stack?.includes(new URL(address).origin) && !error.stack.includes(app.app.url)
      if (!isTheirs) complaints.push(error.stack ?? error.message)
    })
    page.on('console', message => {
      // What their own pages lack is theirs.
      const isTheirs =
        /Failed to load resource/.test(message.text()) && !message.location().url.startsWith(app.app.url)
      if (['error', 'warning'].includes(message.type()) && !isTheirs) complaints.push(message.text())
    })
    await page.goto(address)
  }
  /** How the widget looks where nothing is around it but text of a size. */
  async function plain(path: string) {
    await visit(bare.url + path)
    await page.getByText(QUESTION).waitFor()
    const looks = await look(page)
    await page.context().close()
    return looks
  }
  const widget = () => page.getByRole('region', { name: 'Talk with Lume' })
  const spill = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

  test('[H6] follows the routes of VitePress’s default site, and looks as anywhere', async () => {
    const alone = await plain('/')
    await visit(url('vitepress'))
    await page.getByRole('link', { name: 'API Examples', exact: true }).first().click()
    await widget().getByText(QUESTION).waitFor()
    expect(await look(page)).toEqual(alone)
    await takePart(page, anna, 'Could the shade of it be blue?')
    await page.getByRole('link', { name: 'Markdown Examples' }).first().click()
    await page.waitForURL('**/markdown-examples.html')
    await widget().getByText(QUESTION).waitFor()
    expect(await page.locator('[data-parla]').count()).toBe(1)
    await page.goBack()
    await page.waitForURL('**/api-examples.html')
    await widget().getByText(QUESTION).waitFor()
    await page.getByRole('link', { name: 'Home', exact: true }).first().click()
    await expect.poll(() => widget().count(), { timeout: PATIENCE }).toBe(0)
    expect(await spill()).toBe(0)
    expect(complaints).toEqual([])
  })

  test('[H6] stands in a post of Hexo’s default site, between jQuery and a style sheet for everything', async () => {
    const alone = await plain('/small')
    await visit(url('hexo'))
    await page.getByRole('link', { name: 'Hello World' }).first().click()
    await widget().getByText(QUESTION).waitFor()
    expect(await look(page)).toEqual(alone)
    await takePart(page, anna, 'Could the cord of it be longer?')
    expect(await spill()).toBe(0)
    expect(complaints).toEqual([])
  })

  test('[H6] stays through docsify’s routes as a launcher', async () => {
    await visit(url('docsify'))
    await page.getByRole('button', { name: 'Open conversations with Lume' }).click()
    await page.getByText(QUESTION).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: 'Guide' }).click()
    await page.getByRole('heading', { name: 'Guide' }).waitFor()
    await page.getByRole('button', { name: 'Open conversations with Lume' }).click()
    await page.getByText(QUESTION).waitFor()
    expect(await spill()).toBe(0)
    expect(complaints).toEqual([])
  })
})
