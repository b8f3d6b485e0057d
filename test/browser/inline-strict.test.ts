import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SiteRow } from '../../server/store/rows.ts'
import type { TestApp } from '../../server/testing/test-app.ts'
import { startTestApp, TEST_ORIGIN } from '../../server/testing/test-app.ts'
import { launchBrowser } from '../services/browser.ts'
import { describeWith } from '../services/suites.ts'
import { startBrand } from './brand.ts'
import { allow, askToSignIn, bar } from './inline-visit.ts'

describeWith('chromiumPath')('the team on a page with a strict policy', () => {
  let app: TestApp
  let browser: Browser
  const brands: Awaited<ReturnType<typeof startBrand>>[] = []
  beforeAll(async () => {
    app = await startTestApp()
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    for (const brand of brands) await brand.close()
    await app?.close()
  })

  /** Giulia on a page that is sent with these headers, and what her browser complained of. */
  const come = async (headers: Record<string, string>) => {
    let site: SiteRow | undefined
    const origin = app.app.url
    const policy = `default-src 'none'; script-src ${origin}; connect-src ${origin} ${origin.replace('http', 'ws')}; img-src data:; require-trusted-types-for 'script'; trusted-types 'none'`
    const body = () =>
      `<h1>Lume</h1><script async src="${origin}/parla.js" data-lang="en" data-site="${site?.id}"></script>`
    const brand = await startBrand({ '/': body }, { 'Content-Security-Policy': policy, ...headers })
    brands.push(brand)
    site = await app.addSite('Lume', [brand.url, TEST_ORIGIN])
    const giulia = await app.staff('Giulia', 'agent', site)
    const context = await browser.newContext({ viewport: { width: 720, height: 900 } })
    const [name, value] = (giulia.parts.cookie ?? '').split('=') as [string, string]
    await context.addCookies([{ name, value, url: origin }])
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('pageerror', error => complaints.push(error.message))
    page.on('console', message => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
    })
    await page.goto(`${brand.url}/`)
    await page.locator('#parla-menu').waitFor()
    return { page, complaints }
  }

  test('[P14] [H6] signs in under the documented policy, and walks the bar by keyboard', async () => {
    const { page, complaints } = await come({})
    await allow(await askToSignIn(page))
    await bar(page, 'Giulia').waitFor()
    const focused = () =>
      page.evaluate(() => {
        const inside = document.activeElement?.querySelector('div')?.shadowRoot ?? null
        const root = [...document.querySelectorAll('*')].find(
          one => one.shadowRoot?.activeElement,
        )?.shadowRoot
        return (root ?? inside)?.activeElement?.textContent
      })
    const walked: (string | null | undefined)[] = []
    await bar(page, 'Giulia').focus()
    for (let i = 0; i < 4; i++) {
      await page.keyboard.press('Tab')
      walked.push(await focused())
    }
    expect(walked).toEqual(['Renew', 'View as visitor', 'Open inbox', 'Sign out'])
    expect(complaints).toEqual([])

    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await page.getByText('Visitors see this.').waitFor()
    await expect.poll(focused).toContain('Signed in as Giulia')
    await page.context().close()
  })

  test('[P14] a page that keeps its windows apart takes the code by hand', async () => {
    const { page, complaints } = await come({ 'Cross-Origin-Opener-Policy': 'same-origin' })
    const opened = page.context().waitForEvent('page')
    await page.locator('#parla-menu').click()
    await page.getByRole('button', { name: 'Team sign-in' }).click()
    const popup = await opened
    await popup.getByText('Your browser does not say which page asks.').waitFor()
    await popup.getByRole('button', { name: 'Allow' }).click()
    const code = (await popup.locator('output').textContent()) ?? ''
    const door = page.getByRole('dialog', { name: 'Sign in to answer here' })
    await door.getByLabel('Code that it shows').fill(code)
    await page.keyboard.press('Enter')
    await bar(page, 'Giulia').waitFor()
    expect(complaints).toEqual([])
    await page.context().close()
  })
})
