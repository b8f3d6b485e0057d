import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest'
import type { TestApp } from '../../server/testing/test-app.ts'
import { startTestApp, TEST_ORIGIN } from '../../server/testing/test-app.ts'
import type { TestClient } from '../../server/testing/test-client.ts'
import { launchBrowser } from '../services/browser.ts'
import { describeWith } from '../services/suites.ts'
import { startBrand } from './brand.ts'

/** Milliseconds; generous, because the machine may be busy. */
const PATIENCE = 20_000
const QUESTION = 'Is the lamp waterproof?'

describeWith('chromiumPath')('a site’s language and words', () => {
  let app: TestApp
  let brand: Awaited<ReturnType<typeof startBrand>>
  let browser: Browser
  let page: Page
  let asked: string[]
  let trouble: string[]
  /** By what they say: nothing of their own; words of their own; Italian, with words of their own in it. */
  const sites: Record<'plain' | 'worded' | 'italian', string> = { plain: '', worded: '', italian: '' }
  let thread: string

  const tag = (site: string, attributes = '') =>
    `<script async src="${app.app.url}/parla.js" data-site="${site}" ${attributes}></script>`
  const speechless = (body: string) =>
    `<script>document.documentElement.removeAttribute('lang')</script>${body}`

  beforeAll(async () => {
    expect(inject('buildFailure')).toBeNull()
    app = await startTestApp()
    const ownWords = `data-texts='{"frame.title":"Ask the page of {brand}"}'`
    brand = await startBrand({
      '/plain': () => tag(sites.plain, 'data-lang="en"'),
      '/worded': () => tag(sites.worded, 'data-lang="en"'),
      '/told': () => tag(sites.worded, 'data-lang="en" data-texts="site"'),
      '/both': () => tag(sites.worded, `data-lang="en" ${ownWords}`),
      '/other': () => tag(sites.worded, 'data-lang="de"'),
      '/launcher': () =>
        `<script>function parla(){(parla.q=parla.q||[]).push(arguments)}
          window.readied = 0
          parla('open', '${thread}')
          parla('ready', () => readied++)
        </script>${tag(sites.worded, 'data-lang="en" data-mode="launcher"')}`,
      '/element': () =>
        `<script async src="${app.app.url}/parla.js"></script><parla-widget site="${sites.worded}" lang="en" texts="site"></parla-widget>`,
      '/italian': () => speechless(tag(sites.italian)),
      '/english': () => speechless(tag(sites.plain)),
    })
    const add = () => app.addSite('Lume', [brand.url, TEST_ORIGIN])
    const [plain, worded, italian] = [await add(), await add(), await add()]
    Object.assign(sites, { plain: plain.id, worded: worded.id, italian: italian.id })
    const owner = await app.staff('Teresa', 'owner', worded)
    const set = (client: TestClient, locale: 'en' | 'it', key: string, text: string) =>
      client.run('site.text', { locale, key, text })
    await set(owner, 'en', 'frame.title', 'The makers of {brand} listen')
    await set(owner, 'en', 'composer.placeholder', 'Go on')
    await set(owner, 'it', 'frame.title', '{brand} ascolta')
    const ownerInItaly = await app.staff('Marco', 'owner', italian)
    await ownerInItaly.run('site.configure', { locale: 'it' })
    await set(ownerInItaly, 'it', 'composer.placeholder', 'Di’ pure')
    const address = `${brand.url}/worded`
    thread = (
      await owner.run('thread.post', {
        page: { key: address, url: address },
        kind: 'question',
        body: QUESTION,
      })
    ).id
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await brand?.close()
    await app?.close()
  })

  const visit = async (path: string, locale = 'en-GB') => {
    const context = await browser.newContext({ viewport: { width: 900, height: 700 }, locale })
    context.setDefaultTimeout(PATIENCE)
    page = await context.newPage()
    asked = []
    trouble = []
    page.on('request', request => asked.push(new URL(request.url()).pathname))
    page.on('pageerror', error => trouble.push(error.message))
    // What was ever said above the list, and in the field.
    await page.addInitScript(() => {
      const said = new Set<string>()
      Object.assign(window, { said })
      const look = () => {
        const root = document.querySelector('[data-parla]')?.firstElementChild?.shadowRoot
        said.add(root?.querySelector('#parla')?.textContent ?? '')
        said.add(root?.querySelector('textarea')?.placeholder ?? '')
        requestAnimationFrame(look)
      }
      look()
    })
    await page.goto(brand.url + path)
  }
  const said = () => page.evaluate(() => [...(window as unknown as { said: Set<string> }).said])
  const times = (part: string) => asked.filter(path => path.includes(part)).length
  afterEach(async () => {
    expect(trouble).toEqual([])
    await page.context().close()
  })

  test('[H9] nothing is loaded for a site without any', async () => {
    await visit('/plain')
    await page.getByRole('heading', { name: 'Talk with Lume' }).waitFor()
    await page.getByText('Nobody has written yet').waitFor()
    expect(asked.filter(path => /own-text|\+\/|\/texts\/|succeed/.test(path))).toEqual([])
  })

  test('[H9] the site’s words are there from the first conversation on, without a word in the page', async () => {
    await visit('/worded')
    await page.getByRole('heading', { name: 'The makers of Lume listen' }).waitFor()
    await page.getByRole('link', { name: QUESTION }).waitFor()
    await page.getByPlaceholder('Go on').waitFor()
    // Ours are below.
    await page.getByText('Powered by Parla').waitFor()
    expect(await said()).not.toContain('Talk with Lume')
    expect([times('/snapshot'), times('/texts/en')]).toEqual([1, 1])
    expect(await page.locator('[data-parla] > div').count()).toBe(1)
  })

  test('[H9] a page that is told of them draws nothing in ours', async () => {
    await visit('/told')
    await page.getByRole('heading', { name: 'The makers of Lume listen' }).waitFor()
    await page.getByRole('link', { name: QUESTION }).waitFor()
    expect((await said()).sort()).toEqual(['', 'Go on', 'The makers of Lume listen'])
    expect([times('/snapshot'), times('/texts/en'), times('/app.js'), times('succeed')]).toEqual([1, 1, 1, 0])
  })

  test('[H9] so does an element', async () => {
    await visit('/element')
    await page.getByRole('heading', { name: 'The makers of Lume listen' }).waitFor()
    expect(times('/texts/en')).toBe(1)
  })

  test('[H9] the page’s own words go before the site’s', async () => {
    await visit('/both')
    await page.getByRole('heading', { name: 'Ask the page of Lume' }).waitFor()
    await page.getByPlaceholder('Go on').waitFor()
  })

  test('[H9] another language has its own, or ours, and goes back', async () => {
    await visit('/other')
    await page.getByRole('heading', { name: 'Sprich mit Lume' }).waitFor()
    expect(times('/texts/')).toBe(0)
    const update = (lang: string) =>
      page.evaluate(
        to => (window as unknown as { parla: (...said: unknown[]) => void }).parla('update', { lang: to }),
        lang,
      )
    await update('it')
    await page.getByRole('heading', { name: 'Lume ascolta' }).waitFor()
    await update('en')
    await page.getByRole('heading', { name: 'The makers of Lume listen' }).waitFor()
    await update('de')
    await page.getByRole('heading', { name: 'Sprich mit Lume' }).waitFor()
    await update('it')
    await page.getByRole('heading', { name: 'Lume ascolta' }).waitFor()
  })

  test('[H9] what a page says before they are there is done all the same, once', async () => {
    await visit('/launcher')
    await page.waitForFunction(() => (window as unknown as { readied: number }).readied === 1)
    expect(times('/en+/app.js')).toBe(1)
    await page.getByRole('heading', { name: QUESTION }).waitFor()
    expect(await page.locator('[data-parla] > div').count()).toBe(1)
    expect(await page.evaluate(() => (window as unknown as { readied: number }).readied)).toBe(1)
  })

  test('[H9] a widget that is taken away meanwhile is gone', async () => {
    const context = await browser.newContext({ locale: 'en-GB' })
    page = await context.newPage()
    page.setDefaultTimeout(PATIENCE)
    const asks = page.waitForRequest('**/texts/en')
    let answer: () => void = () => {}
    const held = new Promise<void>(resolve => {
      answer = resolve
    })
    await page.route('**/texts/en', async route => {
      await held
      await route.continue()
    })
    await page.goto(`${brand.url}/worded`)
    await asks
    await page.evaluate(() => {
      const { parla } = window as unknown as { parla: (...said: unknown[]) => void }
      parla('open')
      parla('destroy')
    })
    const last = page.waitForResponse('**/en+/app.js')
    answer()
    await last
    await page.waitForLoadState('networkidle')
    expect(await page.locator('[data-parla]').count()).toBe(0)
  })

  test('[H9] without an answer the widget speaks as everywhere', async () => {
    const context = await browser.newContext({ locale: 'en-GB' })
    page = await context.newPage()
    await page.route('**/texts/en', route => route.abort())
    await page.goto(`${brand.url}/worded`)
    await page.getByRole('heading', { name: 'Talk with Lume' }).waitFor({ timeout: PATIENCE })
    await page.getByRole('link', { name: QUESTION }).waitFor()
  })

  test('[H10] whose language is none of ours reads the site’s', async () => {
    await visit('/italian', 'sv-SE')
    await page.getByRole('heading', { name: 'Parla con Lume' }).waitFor()
    await page.getByPlaceholder('Di’ pure').waitFor()
    expect(await page.locator('[data-parla] section').first().getAttribute('lang')).toBe('it')
    expect(await said()).not.toContain('Talk with Lume')
    expect(times('/snapshot')).toBe(1)
  })

  test('[H10] a visitor’s own language goes before the site’s', async () => {
    await visit('/italian', 'de-AT')
    await page.getByRole('heading', { name: 'Sprich mit Lume' }).waitFor()
    await page.context().close()
    await visit('/italian', 'en-GB')
    await page.getByRole('heading', { name: 'Talk with Lume' }).waitFor()
    expect(times('succeed')).toBe(0)
  })

  test('[H10] an English site is read in English by everybody else, at once', async () => {
    await visit('/english', 'sv-SE')
    await page.getByRole('heading', { name: 'Talk with Lume' }).waitFor()
    expect(times('/app.js')).toBe(1)
  })
})
