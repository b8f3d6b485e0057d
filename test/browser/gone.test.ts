import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import type { TestClient } from '../../server/testing/test-client.ts'
import { describeWith } from '../services/suites.ts'
import type { Place } from './visit.ts'
import { openPlace } from './visit.ts'

const QUESTION = 'Is the lamp waterproof?'
const OTHER = 'Could the shade be blue?'

/** Pixels from the top of the page. */
const topOf = (page: Page, title: string) =>
  page
    .getByRole('link', { name: title })
    .first()
    .evaluate(link => link.getBoundingClientRect().top + scrollY)

describeWith('chromiumPath')('what is gone, closed or folded away', () => {
  let place: Place
  let anna: TestClient
  let giulia: TestClient
  let below: string
  let above: string

  beforeEach(async () => {
    place ??= await openPlace()
    anna = await place.app.visitor('Anna', place.site)
    giulia = await place.app.staff('Giulia', 'agent', place.site)
    const post = async (body: string) =>
      (await anna.run('thread.post', { page: place.page, kind: 'question', body })).id
    below = await post(OTHER)
    above = await post(
      `${QUESTION} It would stand on a balcony where it rains from the side every other day.`,
    )
  })
  afterEach(async () => {
    await place.leave()
    for (const id of [above, below]) await giulia.run('message.hide', { id, reason: 'over' }).catch(() => {})
    expect(place.complaints.splice(0)).toEqual([])
  })
  afterAll(() => place?.close())

  test('[U3] a removed card says why and moves nothing below it', async () => {
    const page = await place.come()
    await page.locator('time:not(:empty)').first().waitFor()
    const before = await topOf(page, OTHER)
    await giulia.run('message.hide', { id: above, reason: 'advertising' })
    await page.getByText('Removed by Lume: advertising').waitFor()
    expect(await topOf(page, OTHER)).toBe(before)
  })

  test('[U3] a removed reply keeps its height', async () => {
    const { id } = await anna.run('reply.post', { thread: above, body: 'One line.\n\nAnd a second one.' })
    await anna.run('reply.post', { thread: above, body: 'What comes after.' })
    const page = await place.come()
    await page.getByRole('link', { name: QUESTION }).click()
    const after = page.getByText('What comes after.')
    await after.waitFor()
    const before = await after.evaluate(text => text.getBoundingClientRect().top)
    await giulia.run('message.hide', { id, reason: 'insults' })
    await page.getByText('Removed by Lume: insults').waitFor()
    expect(await after.evaluate(text => text.getBoundingClientRect().top)).toBe(before)
  })

  test('[A6] who reads on by keyboard is in the place of what was removed', async () => {
    const { id } = await anna.run('reply.post', { thread: above, body: 'Not for everybody.' })
    const page = await place.come()
    await page.getByRole('link', { name: QUESTION }).click()
    const reply = page.locator(`#reply-${id}`)
    await reply.getByRole('button', { name: 'More options' }).focus()
    await giulia.run('message.hide', { id, reason: 'insults' })
    await page.locator(`#reply-${id}.tombstone:focus`).waitFor()
    await page.getByRole('button', { name: 'Back to all conversations' }).click()
    await page.getByRole('link', { name: QUESTION }).focus()
    await giulia.run('message.hide', { id: above, reason: 'advertising' })
    await page.locator('.cards .tombstone:focus').waitFor()
  })

  test('[U3] a further page that does not come says so, and comes the next time', async () => {
    for (let n = 0; n < 10; n++)
      await anna.run('thread.post', { page: place.page, kind: 'idea', body: `Idea number ${n}` })
    const page = await place.come()
    await page.getByRole('button', { name: /^Show \d+ more$/ }).waitFor()
    await page.route('**/threads?**', route => route.fulfill({ status: 503, body: 'Try later' }))
    await page.getByRole('button', { name: /^Show \d+ more$/ }).click()
    const again = page.getByRole('button', { name: 'We couldn’t load the conversations · Try again' })
    await again.waitFor()
    await page.unroute('**/threads?**')
    await again.click()
    await page.getByRole('link', { name: QUESTION }).and(page.locator(':focus')).waitFor()
    place.complaints.splice(0)
  })

  test('[U3] what one has reported is folded on its card, too, and keeps the focus when it is shown', async () => {
    const page = await place.come()
    await page.getByRole('link', { name: QUESTION }).click()
    await page.getByRole('button', { name: 'More options' }).last().click()
    await page.getByRole('button', { name: 'Report' }).click()
    const dialog = page.getByRole('dialog', { name: 'Report this message' })
    await dialog.getByRole('radio', { name: 'Advertising' }).check()
    await dialog.getByRole('button', { name: 'Report' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: 'Back to all conversations' }).click()

    const folded = page.locator('.cards .tombstone')
    await folded.getByText('Thank you. The team will look at it.').waitFor()
    expect(await page.getByRole('link', { name: QUESTION }).count()).toBe(0)
    await folded.getByRole('button', { name: 'Show it anyway' }).click()
    await page.getByRole('link', { name: QUESTION }).and(page.locator(':focus')).waitFor()
  })

  test('[U3] nobody can answer a closed thread, whose card says so', async () => {
    await giulia.run('thread.lock', { thread: above, on: true })
    const page = await place.come()
    const card = page.getByRole('article').filter({ hasText: QUESTION })
    await card.getByText('Closed', { exact: true }).waitFor()
    await page.getByRole('link', { name: QUESTION }).click()
    await page.getByText('This conversation is closed.').waitFor()
    await page.getByRole('button', { name: 'Start a new one' }).click()
    await page.getByRole('textbox', { name: 'Your message' }).and(page.locator(':focus')).waitFor()
  })
})
