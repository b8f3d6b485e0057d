import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { describeWith } from '../services/suites.ts'
import type { Place } from './visit.ts'
import { openPlace } from './visit.ts'

const PASSAGE = 'Every lamp may be returned within sixty days'
const AROUND = `<script>function parla(){(parla.q=parla.q||[]).push(arguments)}; parla('quote', 'article')</script>
  <article style="transform: translateX(0)"><p id="passage">${PASSAGE}, whatever the reason.</p></article>
  <p id="outside">Something else that may be selected.</p><div style="height: 3000px"></div>`

/** As a mouse would. */
const select = (page: Page, id: string, letters: number) =>
  page.evaluate(
    ([id, letters]) => {
      const words = document.querySelector(`#${id}`)?.firstChild as Text
      getSelection()?.setBaseAndExtent(words, 0, words, letters)
    },
    [id, letters] as const,
  )

describeWith('chromiumPath')('“Ask about this”', () => {
  const places: Place[] = []
  const place = async (attributes = '') => {
    const opened = await openPlace({ attributes, around: AROUND })
    places.push(opened)
    return opened
  }
  let inline: Place
  beforeAll(async () => {
    inline = await place()
  })
  afterEach(async () => {
    for (const { complaints, leave } of places) {
      await leave()
      expect(complaints.splice(0)).toEqual([])
    }
  })
  afterAll(() => Promise.all(places.map(({ close }) => close())))

  test('[H8] quotes what is selected, below the words one begins with, and links back to it', async () => {
    const page = await inline.come()
    const button = page.getByRole('button', { name: 'Ask about this' })
    await select(page, 'outside', 9)
    await select(page, 'passage', PASSAGE.length)
    await button.waitFor()
    const { x, y } = (await button.boundingBox()) ?? { x: -1, y: -1 }
    const below = await page.locator('#passage').evaluate(element => element.getBoundingClientRect().bottom)
    expect(y).toBeGreaterThanOrEqual(below - 4)
    expect(x).toBeGreaterThanOrEqual(0)
    await button.click()
    const field = page.getByRole('textbox', { name: 'Your message' })
    await field.and(page.locator(':focus')).waitFor()
    await expect
      .poll(() => field.inputValue())
      .toMatch(/^\n\n> Every lamp may be returned within sixty days\n> \[/)
    await page.keyboard.type('Also lamps that were on sale?')
    await page.getByRole('button', { name: 'Post', exact: true }).click()
    await page.getByRole('textbox', { name: 'Name' }).fill('Tom')
    await page.getByRole('button', { name: 'Post', exact: true }).click()

    // It opens once the server has it.
    const own = page.getByRole('link', { name: 'Also lamps that were on sale?' })
    await own.and(page.locator('[href^="#parla-t_"]')).click()
    const quote = page.getByRole('article').locator('blockquote')
    await quote.getByText(PASSAGE).waitFor()
    const target = await quote.getByRole('link').getAttribute('href')
    expect(target).toBe(
      `${inline.page.url}#:~:text=Every%20lamp%20may%20be%20returned%20within%20sixty%20days`,
    )
  })

  test('[H8] offers it for nothing else, and no more once the selection is gone', async () => {
    const page = await inline.come()
    const button = page.getByRole('button', { name: 'Ask about this' })
    await select(page, 'passage', 20)
    await button.waitFor()
    await select(page, 'outside', 9)
    await button.waitFor({ state: 'detached' })
    await select(page, 'passage', 20)
    await button.waitFor()
    await page.evaluate(() => getSelection()?.removeAllRanges())
    await button.waitFor({ state: 'detached' })
  })

  test('[H8] opens the panel, leaves a thread and keeps what was begun', async () => {
    const panel = await place('data-mode="launcher"')
    const anna = await panel.app.visitor('Anna', panel.site)
    await anna.run('thread.post', { page: panel.page, kind: 'question', body: 'Is it waterproof?' })
    const page = await panel.come({ closed: true })
    await page.getByRole('button', { name: /^Open conversations/ }).click()
    const field = page.getByRole('textbox', { name: 'Your message' })
    await field.fill('I had begun')
    await page.getByRole('link', { name: 'Is it waterproof?' }).click()
    await page.getByRole('heading', { name: 'Is it waterproof?' }).waitFor()
    await page.evaluate(() => window.parla('ask', 'About order 12'))
    await field.and(page.locator(':focus')).waitFor()
    await expect.poll(() => field.inputValue()).toBe('I had begun\n\nAbout order 12')
    await page.keyboard.type(' with this')
    expect(await field.inputValue()).toBe('I had begun with this\n\nAbout order 12')
  })

  test('[H8] goes with the widget, and takes what is no selector for nothing', async () => {
    const page = await inline.come()
    const button = page.getByRole('button', { name: 'Ask about this' })
    await select(page, 'passage', 20)
    await button.waitFor()
    await page.evaluate(() => window.parla('quote', '??'))
    await select(page, 'passage', 10)
    await button.waitFor({ state: 'detached' })
    await page.evaluate(() => {
      window.parla('quote', '#passage')
      window.parla('destroy')
    })
    await select(page, 'passage', 20)
    await page.waitForFunction(() => !document.querySelector('[data-parla]'))
    expect(await button.count()).toBe(0)
  })
})
