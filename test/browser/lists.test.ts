import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { TestClient } from '../../server/testing/test-client.ts'
import { describeWith } from '../services/suites.ts'
import { listen } from './heard.ts'
import type { Place } from './visit.ts'
import { openPlace } from './visit.ts'

const PATIENCE = 20_000
const FAILED = 'We couldn’t load the conversations'

const focused = (page: Page) =>
  page.evaluate(() => {
    const widget = document.querySelector('[data-mode]')?.shadowRoot
    return widget?.activeElement?.id || widget?.activeElement?.textContent
  })

describeWith('chromiumPath')('a visitor who filters and searches', () => {
  let place: Place
  let anna: TestClient
  beforeAll(async () => {
    place = await openPlace()
    anna = await place.app.visitor('Anna', place.site)
    const post = (body: string, kind: 'question' | 'idea' = 'question') => {
      place.app.clock.pass(1_000)
      return anna.run('thread.post', { page: place.page, kind, body })
    }
    for (let n = 1; n <= 12; n++) await post(`Lamp number ${n}`)
    await post('Could the shade be blue?', 'idea')
  })
  afterEach(async () => {
    await place.leave()
    place.complaints.splice(0)
  })
  afterAll(() => place?.close())

  test('[U6] looks at a page where nobody wrote, and comes back', async () => {
    const page = await place.come({ path: '/other' })
    const here = page.getByRole('button', { name: 'This page' })
    await here.waitFor()
    const log = await listen(page)
    await here.click()
    await page.getByText('Nothing here matches these filters').waitFor()
    await log.until('polite: 0 results')
    expect(await here.getAttribute('aria-pressed')).toBe('true')
    expect(await focused(page)).toBe('This page')
    await page.getByRole('button', { name: 'Clear filters' }).click()
    await page.getByRole('link', { name: 'Could the shade be blue?' }).waitFor()
    expect(await focused(page)).toBe('all')
    expect(await here.getAttribute('aria-pressed')).toBe('false')
    await log.until('polite: 13 results')
  })

  test('[U6] [A7] hears how many there are of each choice, once', async () => {
    const page = await place.come()
    await page.getByRole('button', { name: 'This page' }).waitFor()
    const log = await listen(page)
    await page.getByRole('button', { name: /^Ideas/ }).click()
    await log.until('polite: 1 result')
    // In one task, so that the first of the two has no time to answer.
    await page.getByRole('combobox', { name: 'Sort' }).evaluate((sort: HTMLSelectElement) => {
      sort.value = 'newest'
      sort.dispatchEvent(new Event('change', { bubbles: true }))
      ;(sort.getRootNode() as ShadowRoot).getElementById('all')?.click()
    })
    await log.until('polite: 13 results')
    await page.getByRole('combobox', { name: 'Status' }).selectOption('planned')
    await log.until('polite: 0 results')
    await page.getByRole('button', { name: 'Clear filters' }).click()
    await log.until('polite: 13 results')
    expect(await log.heard()).toEqual([
      'polite: 1 result',
      'polite: 13 results',
      'polite: 0 results',
      'polite: 13 results',
    ])
  })

  test('[U6] filters and searches without a network, and loses nothing', async () => {
    const page = await place.come()
    const ideas = page.getByRole('button', { name: /^Ideas/ })
    await ideas.waitFor()
    const log = await listen(page)
    await page.getByRole('textbox', { name: 'Your message' }).fill('What I had begun')
    await page.context().setOffline(true)
    await ideas.click()
    await log.hears(`assertive: ${FAILED}`)
    const again = page.getByRole('button', { name: `${FAILED} · Try again` })
    expect(await again.count()).toBe(1)
    expect(await ideas.getAttribute('aria-pressed')).toBe('false')
    await expect.poll(() => page.getByRole('article').count(), { timeout: PATIENCE }).toBe(10)
    expect(await page.getByRole('textbox', { name: 'Your message' }).inputValue()).toBe('What I had begun')
    await page.context().setOffline(false)
    await again.click()
    await expect.poll(() => page.getByRole('article').count(), { timeout: PATIENCE }).toBe(1)
    expect(await ideas.getAttribute('aria-pressed')).toBe('true')
    expect(await again.count()).toBe(0)
    await page.getByRole('button', { name: 'All', exact: true }).click()
    await page.getByRole('link', { name: 'Lamp number 12' }).waitFor()

    await page.context().setOffline(true)
    await page.getByRole('button', { name: 'Search conversations' }).click()
    await page.getByRole('searchbox').fill('number')
    await again.waitFor()
    expect(await page.getByText('Nothing matches').count()).toBe(0)
    await page.context().setOffline(false)
    await again.click()
    await page.locator('.results').getByText('12 results').waitFor()
    await expect.poll(() => page.getByRole('article').count(), { timeout: PATIENCE }).toBe(10)
    await page.getByRole('button', { name: 'Show 2 more' }).click()
    await expect.poll(() => page.getByRole('article').count(), { timeout: PATIENCE }).toBe(12)
    await expect.poll(() => focused(page)).toMatch(/^title-/)

    await page.getByRole('searchbox').fill('nowhere')
    await page.getByRole('button', { name: 'Clear filters' }).click()
    await page.getByRole('link', { name: 'Could the shade be blue?' }).waitFor()
  })

  test('[U6] finds what they have just posted', async () => {
    const page = await place.come()
    await page.getByRole('button', { name: 'Search conversations' }).click()
    await page.getByRole('searchbox').fill('shade')
    await page.locator('.results').getByText('1 result', { exact: true }).waitFor()
    await page.getByRole('textbox', { name: 'Your message' }).fill('Is it waterproof?')
    await page.getByRole('button', { name: 'Post', exact: true }).click()
    await page.getByRole('textbox', { name: 'Name' }).fill('Tom')
    await page.getByRole('button', { name: 'Post', exact: true }).click()
    await page.getByText('Just posted by you').waitFor()
    await expect.poll(() => page.getByRole('article').count(), { timeout: PATIENCE }).toBe(2)
    await page.keyboard.press('Escape')
  })
})
