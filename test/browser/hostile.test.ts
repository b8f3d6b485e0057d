import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import type { Inbox } from '../../server/contract/inbox.ts'
import { PAGE_SIZE } from '../../server/contract/limits.ts'
import type { TestApp } from '../../server/testing/test-app.ts'
import { startTestApp } from '../../server/testing/test-app.ts'
import type { TestClient } from '../../server/testing/test-client.ts'
import { Refused } from '../../server/testing/test-client.ts'
import { launchBrowser } from '../services/browser.ts'
import { describeWith } from '../services/suites.ts'
import { HOSTILE } from './hostile-texts.ts'

const PAGE = { key: 'https://lume.example/', url: 'https://lume.example/' }
const KINDS = ['question', 'idea', 'problem', 'praise'] as const
const PATIENCE = 30_000
/** CSS pixels: three lines of meta, two of title, a row of facts. */
const ROW_MOST = 260
/** Where it would be read, beside the inbox and the queue. */
const ROOMS = [
  '/insights',
  ...['site', 'install', 'team', 'rules', 'kept', 'log', 'keys'].map(part => `/settings/${part}`),
]

describeWith('chromiumPath')('names and posts that mean harm', () => {
  let app: TestApp
  let browser: Browser
  let giulia: TestClient
  let page: Page
  let complaints: string[]

  beforeAll(async () => {
    expect(inject('buildFailure')).toBeNull()
    app = await startTestApp()
    giulia = await app.staff('Giulia', 'owner')
    const plain = await app.visitor('Anna')
    for (const [at, text] of HOSTILE.entries()) {
      app.clock.pass(1000)
      // What is refused as a name is still posted.
      const writer = await app.visitor([...text].slice(0, 40).join('')).catch(thrown => {
        if (thrown instanceof Refused) return plain
        throw thrown
      })
      const post = { page: PAGE, kind: KINDS[at % 4] ?? 'idea', body: text }
      const { id } = await writer.run('thread.post', post)
      if (at % 5 === 0) await writer.run('reply.post', { thread: id, body: text })
    }
    browser = await launchBrowser()
    const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, locale: 'en-GB' })
    context.setDefaultTimeout(PATIENCE)
    const [name, value] = (giulia.parts.cookie ?? '').split('=') as [string, string]
    await context.addCookies([{ name, value, url: app.app.url }])
    page = await context.newPage()
    complaints = []
    page.on('pageerror', error => complaints.push(error.message))
    page.on('dialog', dialog => {
      complaints.push(`dialog: ${dialog.message()}`)
      void dialog.dismiss()
    })
    page.on('request', request => {
      if (request.url().includes('evil.example')) complaints.push(request.url())
    })
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await app?.close()
  })

  const expectNoHarm = async () => {
    const found = await page.evaluate(() => ({
      hit: (window as { hit?: unknown }).hit ?? null,
      spill: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      tags: document.querySelectorAll(
        '#admin :is(script, iframe:not(.preview-room *), object, embed, base, meta, marquee, xss)',
      ).length,
      links: [...document.querySelectorAll('a')]
        .map(link => link.getAttribute('href') ?? '')
        .filter(href => !/^(https?:|\/|#)/.test(href)),
    }))
    expect(found).toEqual({ hit: null, spill: 0, tags: 0, links: [] })
    expect(complaints).toEqual([])
  }

  const listAll = async () => {
    const more = page.getByRole('button', { name: 'Show more' })
    let rows = 0
    while (rows < HOSTILE.length) {
      const wanted = Math.min(rows + PAGE_SIZE, HOSTILE.length)
      await expect.poll(() => page.locator('.row').count(), { timeout: PATIENCE }).toBe(wanted)
      rows = wanted
      if (rows < HOSTILE.length) await more.click()
    }
  }

  it.each([320, 1280])('are listed and read as what they are, %d pixels wide', async width => {
    await page.setViewportSize({ width, height: 860 })
    await page.goto(`${app.app.url}/admin/s/${app.site.id}?view=all`)
    await listAll()
    await expectNoHarm()
    const tall = await page
      .locator('.row')
      .evaluateAll(
        (all, most) =>
          all
            .filter(row => row.clientHeight > most || row.scrollWidth > row.clientWidth)
            .map(row => row.textContent),
        ROW_MOST,
      )
    expect(tall).toEqual([])
  })

  it('do nothing in a thread, its forms and the command menu', async () => {
    await page.setViewportSize({ width: 1280, height: 860 })
    const { threads } = await giulia.get<Inbox>('inbox?view=all&size=50')
    for (const { id } of threads.filter((_, at) => at % 6 === 0)) {
      await page.goto(`${app.app.url}/admin/s/${app.site.id}/t/${id}?view=all`)
      await page.locator('.answer-box').waitFor()
      await expectNoHarm()
    }
    await page.keyboard.press('Control+k')
    await page.locator('.command-menu').waitFor()
    await expectNoHarm()
    await page.keyboard.press('Escape')
    await page.keyboard.press('h')
    await page.getByRole('dialog', { name: 'Hide conversation' }).waitFor()
    await expectNoHarm()
  })

  it('do nothing in the moderation queue', async () => {
    const { threads } = await giulia.get<Inbox>('inbox?view=all&size=50')
    for (const { id } of threads.slice(0, 12)) await giulia.run('message.hold', { id })
    await page.goto(`${app.app.url}/admin/s/${app.site.id}/moderation`)
    await page.locator('.entry').nth(9).waitFor()
    await expectNoHarm()
    await page.locator('.entry-by .link').first().click()
    await page.locator('.person-facts').waitFor()
    await expectNoHarm()
    for (const { id } of threads.slice(0, 12)) await giulia.run('message.show', { id })
  })

  it('do nothing in what the team keeps, decides and counts', async () => {
    const { threads } = await giulia.get<Inbox>('inbox?view=all&size=50')
    // What the brand itself writes is trusted no more.
    for (const [at, text] of HOSTILE.entries()) {
      const short = [...text].slice(0, 30).join('').trim()
      const taken = async (asked: Promise<unknown>) => {
        await asked.catch(thrown => {
          if (!(thrown instanceof Refused)) throw thrown
        })
      }
      await taken(giulia.run('label.add', { name: short }))
      await taken(giulia.post('saved-replies', { name: short, language: null, body: text }))
      if (at < 20)
        await taken(giulia.post('saved-views', { name: short, shared: true, view: 'all', filter: {} }))
      const thread = threads[at % threads.length]?.id as string
      await taken(giulia.run('thread.retitle', { thread, title: text.slice(0, 150) }))
      await taken(giulia.run('thread.status', { thread, status: 'declined', reason: text }))
      if (at < 10) await app.staff([...text].slice(0, 40).join(''), 'agent')
    }
    await giulia.run('site.configure', { brand: HOSTILE[1] as string })
    for (const room of ['?view=all', ...ROOMS]) {
      await page.goto(`${app.app.url}/admin/s/${app.site.id}${room}`)
      await page.locator('#room-title, #inbox-title').first().waitFor()
      await page.locator('.link-mark.on').waitFor({ state: 'attached' })
      await expectNoHarm()
    }
    await page.goto(`${app.app.url}/admin/s/${app.site.id}/t/${threads[0]?.id}?view=all`)
    await page.locator('.answer-box').waitFor()
    await page.keyboard.press('m')
    await page.getByRole('dialog', { name: 'Merge into…' }).getByRole('searchbox').fill('window')
    await page.locator('.merge-one').first().waitFor()
    await expectNoHarm()
  }, 240_000)
})
