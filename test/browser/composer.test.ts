import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { RateLimits } from '../../server/features/rate-limits.ts'
import { AppError } from '../../server/lib/app-error.ts'
import { describeWith } from '../services/suites.ts'
import { listen } from './heard.ts'
import type { Place } from './visit.ts'
import { openPlace } from './visit.ts'

describeWith('chromiumPath')('the composer', () => {
  let place: Place
  let page: Page
  beforeAll(async () => {
    place = await openPlace()
    const anna = await place.app.visitor('Anna', place.site)
    for (const body of [
      'Please add a dark theme for invoices. I read them at night.',
      'Where does the bicycle bell come from?',
      'A wooden handle would be lovely.',
    ])
      await anna.run('thread.post', { page: place.page, kind: 'idea', body })
  })
  afterEach(async () => {
    await place.leave()
    expect(place.complaints.splice(0)).toEqual([])
  })
  afterAll(() => place?.close())

  const field = () => page.getByRole('textbox', { name: 'Your message' })
  const post = () => page.getByRole('button', { name: 'Post', exact: true })
  const says = (text: string) => page.getByText(text, { exact: true })
  const introduce = async (name: string) => {
    await page.getByRole('textbox', { name: 'Name' }).fill(name)
    await post().click()
  }

  test('shows what others have said already, and turns the post into a vote while the draft stays', async () => {
    page = await place.come()
    await field().fill('Please add a dark theme for my invoices.')
    const similar = page.getByRole('region', { name: '1 similar conversation', exact: true })
    await similar.getByRole('heading', { name: '1 similar conversation' }).waitFor()
    await similar.getByText('Please add a dark theme for invoices').waitFor()
    const top = () => post().evaluate(button => button.getBoundingClientRect().top)
    await similar.getByRole('button', { name: 'That’s what I mean' }).click()
    await page.getByRole('heading', { name: 'Please add a dark theme for invoices' }).waitFor()
    await page.getByRole('button', { name: 'Vote, 2 votes', pressed: true }).waitFor()
    await page.getByRole('button', { name: 'Back to all conversations' }).click()
    expect(await field().inputValue()).toBe('Please add a dark theme for my invoices.')
    await page.getByRole('button', { name: 'None of these' }).click()
    await similar.waitFor({ state: 'hidden' })
    expect(await top()).toBeGreaterThan(0)
  })

  test('names the keys that send to whoever has pressed Post by the mouse three times, and not before', async () => {
    page = await place.come()
    const hint = page.getByText('Ctrl+Enter to send')
    // The first asks for a name and takes two.
    for (const times of [1, 2]) {
      await field().fill(`Number ${times}, which nobody has written yet`)
      expect(await hint.count()).toBe(0)
      await post().click()
      if (times === 1) await introduce('Tom')
      await page.getByRole('link', { name: `Number ${times}, which` }).waitFor()
    }
    await field().fill('And one more by the keys')
    await hint.waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByRole('link', { name: 'And one more by the keys' }).waitFor()
  })

  test('keeps room for similar conversations before it knows of any', async () => {
    page = await place.come()
    await field().fill('My desk is 48 mm thick here')
    const row = page.getByText('Leave out order numbers, addresses and passwords')
    await row.waitFor()
    const height = await row.evaluate(hint => hint.parentElement?.getBoundingClientRect().height)
    expect(height).toBeGreaterThanOrEqual(64)
  })

  test('warns before everybody reads something private, and posts it if it is meant', async () => {
    page = await place.come()
    await field().fill('Call me on +39 333 123 4567, will you?')
    await post().click()
    await page.getByText('This looks like personal data. Everyone would see it.').first().waitFor()
    await page.getByRole('button', { name: 'Post anyway' }).click()
    await introduce('Bruno')
    await page.getByRole('link', { name: /Call me on/ }).waitFor()

    await field().fill('My card is 4111 1111 1111 1111')
    await post().click()
    await page.getByRole('button', { name: 'Post anyway' }).waitFor()
    await field().fill('My card does not work')
    await page.getByRole('button', { name: 'Post anyway' }).waitFor({ state: 'hidden' })
  })

  test('says who is posting, and forgets them when asked', async () => {
    page = await place.come()
    // Known by then, the device connects anew and reads what is its own: nothing of that may be under way when it is forgotten.
    const known = page.waitForResponse(
      answer => answer.url().endsWith('/me') && answer.request().method() === 'GET',
    )
    await field().fill('Is it blue?')
    await post().click()
    await introduce('Carla')
    await page.getByText('Just posted by you').waitFor()
    await field().fill('Is it red?')
    await page.getByText('Posting as Carla').waitFor()
    await page.getByRole('button', { name: 'Change' }).click()
    expect(await page.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Carla')
    await known
    await page.getByRole('button', { name: 'More options' }).first().click()
    await page.getByRole('button', { name: 'Forget me on this device' }).click()
    await page.getByText('Posting as Carla').waitFor({ state: 'hidden' })
    await page.getByRole('textbox', { name: 'Name' }).waitFor({ state: 'hidden' })
    expect(await field().inputValue()).toBe('')
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
  })

  test('brings back what was not sent, and lets it go', async () => {
    page = await place.come()
    await field().fill('Half a thought')
    await page.waitForFunction(() => JSON.stringify(localStorage).includes('Half a thought'))
    await page.reload()
    await field().click()
    await says('Discard draft').waitFor()
    expect(await field().inputValue()).toBe('Half a thought')
    await page.getByRole('button', { name: 'Discard draft' }).click()
    expect(await field().inputValue()).toBe('')
  })

  test('reads out how little room is left, once one rests', async () => {
    page = await place.come()
    const log = await listen(page)
    await field().fill('a'.repeat(9_990))
    await says('10 characters left').first().waitFor()
    await log.hears('polite: 10 characters left')
  })
})

describeWith('chromiumPath')('a composer that posts too fast', () => {
  let place: Place
  afterAll(() => place?.close())

  test('counts the seconds down, and keeps the button in reach', async () => {
    let posts = 0
    const tooFast = new AppError('rate_limited', { retryAfter: 10 })
    const limits: RateLimits = {
      take: async command => {
        if (command === 'thread.post' && ++posts === 2) throw tooFast
      },
    }
    place = await openPlace({ limits })
    const page = await place.come()
    const field = page.getByRole('textbox', { name: 'Your message' })
    const post = page.getByRole('button', { name: 'Post', exact: true })
    await field.fill('Is it blue?')
    await post.click()
    await page.getByRole('textbox', { name: 'Name' }).fill('Dario')
    await post.click()
    await page.getByText('Just posted by you').waitFor()
    await field.fill('Is it red?')
    await post.click()
    await page.getByText('Not sent. Your text is safe here.').first().waitFor()
    await field.fill('Is it green?')

    const waits = page.locator('.details').getByText(/You’re posting very fast. Try again in \d+ seconds?\./)
    const seconds = async () => Number(/\d+/.exec((await waits.allTextContents())[0] ?? '0')?.[0])
    await waits.waitFor()
    const first = await seconds()
    expect(await post.getAttribute('aria-disabled')).toBe('true')
    await post.focus()
    expect(await post.evaluate(button => button.matches(':focus'))).toBe(true)
    expect(await page.getByRole('button', { name: 'Try again' }).getAttribute('aria-disabled')).toBe('true')
    await expect.poll(seconds).toBeLessThan(first)
    await waits.waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.locator('.refused').waitFor({ state: 'hidden' })
    await expect.poll(() => posts).toBe(3)
    await post.click()
    await page.getByRole('link', { name: 'Is it green?' }).waitFor()
    expect(place.complaints).toEqual([])
  })
})
