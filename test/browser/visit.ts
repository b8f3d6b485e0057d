import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { expect, inject } from 'vitest'
import type { RateLimits } from '../../server/features/rate-limits.ts'
import type { SiteRow } from '../../server/store/rows.ts'
import type { TestApp } from '../../server/testing/test-app.ts'
import { startTestApp, TEST_ORIGIN } from '../../server/testing/test-app.ts'
import { launchBrowser } from '../services/browser.ts'
import { startBrand } from './brand.ts'

/** Milliseconds; generous, because the machine may be busy. */
const PATIENCE = 20_000

export interface Arrival {
  path?: string
  closed?: boolean
  /** Of the fresh page, before it goes anywhere. */
  before?: ((page: Page) => unknown) | undefined
}

/** A brand's page with the widget on it, and people who come to it. */
export interface Place {
  app: TestApp
  site: SiteRow
  /** The brand's page, which is the key of its threads. */
  page: { key: string; url: string }
  /** What the browser complained of so far. */
  complaints: string[]
  /** Somebody new, on the page. `closed`: nothing connects before they open something. */
  come(options?: BrowserContextOptions & Arrival): Promise<Page>
  leave(): Promise<void>
  close(): Promise<void>
}

/** @param attributes more of the tag's attributes · @param around the page's own content before the widget */
export async function openPlace(
  options: { attributes?: string; around?: string; limits?: RateLimits; smtpUrl?: string } = {},
): Promise<Place> {
  expect(inject('buildFailure')).toBeNull()
  const { attributes = '', around = '', limits, smtpUrl } = options
  const app = await startTestApp({ ...(limits && { limits }), ...(smtpUrl && { smtpUrl }) })
  let site: SiteRow | undefined
  const body = () =>
    `<h1>Lume</h1>${around}<script async src="${app.app.url}/parla.js" data-lang="en" data-site="${site?.id}" ${attributes}></script>`
  const brand = await startBrand({ '/': body, '/other': body })
  site = await app.addSite('Lume', [brand.url, TEST_ORIGIN])
  const browser: Browser = await launchBrowser()
  const contexts: BrowserContext[] = []
  const complaints: string[] = []
  let isLeaving = false
  const leave = async () => {
    isLeaving = true
    for (const context of contexts.splice(0)) await context.close()
    isLeaving = false
  }
  return {
    app,
    site,
    page: { key: `${brand.url}/`, url: `${brand.url}/` },
    complaints,
    async come({ path = '/', closed = false, before, ...wishes } = {}) {
      const context = await browser.newContext({ viewport: { width: 720, height: 900 }, ...wishes })
      contexts.push(context)
      context.setDefaultTimeout(PATIENCE)
      const page = await context.newPage()
      page.on('pageerror', error => complaints.push(error.message))
      page.on('console', message => {
        if (['error', 'warning'].includes(message.type()) && !isLeaving) complaints.push(message.text())
      })
      await before?.(page)
      const heard =
        !closed && page.waitForEvent('websocket').then(socket => socket.waitForEvent('framereceived'))
      await page.goto(brand.url + path)
      // Whoever leaves, or reloads, while the page connects makes the browser complain.
      await heard
      return page
    },
    leave,
    async close() {
      await leave()
      await browser.close()
      await brand.close()
      await app.close()
    },
  }
}
