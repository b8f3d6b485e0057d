import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject } from 'vitest'
import type { Inbox } from '../../server/contract/inbox.ts'
import type { Kind } from '../../server/contract/site.ts'
import type { SiteRow } from '../../server/store/rows.ts'
import type { TestApp } from '../../server/testing/test-app.ts'
import { startTestApp } from '../../server/testing/test-app.ts'
import type { TestClient } from '../../server/testing/test-client.ts'
import { launchBrowser } from '../services/browser.ts'

/** Milliseconds a page is waited for; a busy machine takes its time. Less than a test has, which so says what it waited for. */
export const PATIENCE = 45_000
export const PAGE = { key: 'https://lume.example/', url: 'https://lume.example/' }

/** One site of its own for each test, with a visitor who writes and somebody of the team who sits at the desk. */
export interface Desk {
  readonly app: TestApp
  readonly site: SiteRow
  readonly anna: TestClient
  readonly giulia: TestClient
  /** A thread of Anna's, a minute after the last. */
  post(body: string, kind?: Kind): Promise<string>
  read(who: TestClient, view: string): Promise<Inbox>
  /** The desk as somebody of the team sees it, connected. `path` as after the site's address. */
  sit(who: TestClient, path?: string, options?: BrowserContextOptions): Promise<Page>
}

/** A refusal is an answer, not a defect. */
const isRefusal = (text: string) => /status of (409|403|503)/.test(text)

/** To be called where tests are described; what a page complains of fails its test. */
export function useDesk(): () => Desk {
  let app: TestApp
  let browser: Browser
  let desk: Desk
  let complaints: string[]
  const pages: Page[] = []

  beforeAll(async () => {
    expect(inject('buildFailure')).toBeNull()
    app = await startTestApp()
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await app?.close()
  })
  beforeEach(async () => {
    complaints = []
    const site = await app.addSite()
    const anna = await app.visitor('Anna', site)
    desk = {
      app,
      site,
      anna,
      giulia: await app.staff('Giulia', 'agent', site),
      async post(body, kind = 'question') {
        app.clock.pass(60_000)
        return (await anna.run('thread.post', { page: PAGE, kind, body })).id
      },
      read: (who, view) => who.get<Inbox>(`inbox?view=${view}&size=50`),
      async sit(who, path = '', options = {}) {
        const viewport = { width: 1280, height: 860 }
        const context = await browser.newContext({ viewport, locale: 'en-GB', ...options })
        context.setDefaultTimeout(PATIENCE)
        const [name, value] = (who.parts.cookie ?? '').split('=') as [string, string]
        await context.addCookies([{ name, value, url: app.app.url }])
        const page = await context.newPage()
        pages.push(page)
        page.on('pageerror', error => complaints.push(error.message))
        page.on('console', message => {
          const text = message.text()
          if (['error', 'warning'].includes(message.type()) && !isRefusal(text)) complaints.push(text)
        })
        await page.goto(`${app.app.url}/admin/s/${site.id}${path}`)
        await page.locator('.link-mark.on').waitFor()
        return page
      },
    }
  })
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.context().close()
    expect(complaints).toEqual([])
  })
  return () => desk
}
