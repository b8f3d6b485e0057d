import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { TestClient } from '../../server/testing/test-client.ts'
import type { Arrival, Place } from './visit.ts'

/** A page of the brand in the browser of one of the team, who is signed in at the admin; the address as they came. */
export async function comeAsTeam(
  place: Place,
  who: TestClient,
  options: BrowserContextOptions & Arrival = {},
): Promise<Page> {
  const page = await place.come(options)
  const [name, value] = (who.parts.cookie ?? '').split('=') as [string, string]
  await page.context().addCookies([{ name, value, url: place.app.app.url }])
  return page
}

/** Asks to sign in by the widget's menu; the window opens by itself. */
export async function askToSignIn(page: Page): Promise<Page> {
  await page.locator('#parla-menu').click()
  const [opened] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('button', { name: 'Team sign-in' }).click(),
  ])
  return opened
}

/** Lets the page that asks speak for whoever is signed in there. */
export async function allow(window: Page): Promise<void> {
  const closed = window.waitForEvent('close')
  await window.getByRole('button', { name: 'Allow' }).click()
  await closed
}

export const bar = (page: Page, name: string) => page.getByRole('region', { name: `Signed in as ${name}` })

/** Signs in as `name`, who has a session at the admin. */
export async function signIn(page: Page, name: string): Promise<void> {
  const window = await askToSignIn(page)
  await window.getByRole('heading', { name: 'Answer on' }).waitFor()
  await allow(window)
  await bar(page, name).waitFor()
  await expect.poll(() => page.locator('.presence').first().textContent()).toContain('online')
}
