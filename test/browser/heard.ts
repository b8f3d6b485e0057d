import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Milliseconds; generous, because the machine may be busy. */
const PATIENCE = 20_000

/** Writes down all that is read out from now on, as `polite: …` or `assertive: …`: a region has its words for a second only. */
export const listen = async (page: Page) => {
  await page.locator('[aria-live=assertive]').waitFor({ state: 'attached' })
  await page.evaluate(() => {
    const heard: string[] = []
    Object.assign(window, { heard })
    const host = [...document.querySelectorAll('div')].find(({ shadowRoot }) => shadowRoot)
    for (const region of host?.shadowRoot?.querySelectorAll('[aria-live]') ?? []) {
      new MutationObserver(() => {
        const text = region.textContent?.replace('\u200b', '')
        if (text) heard.push(`${region.getAttribute('aria-live')}: ${text}`)
      }).observe(region, { childList: true, characterData: true, subtree: true })
    }
  })
  const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard)
  return {
    heard,
    /** Waits until this was read out, whatever came after it. */
    hears: (words: string) => expect.poll(heard, { timeout: PATIENCE }).toContain(words),
    /** All that was read out up to the moment this was the last of it. */
    until: async (last: string) => {
      await expect.poll(async () => (await heard()).at(-1), { timeout: PATIENCE }).toBe(last)
      return heard()
    },
  }
}
