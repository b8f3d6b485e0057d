import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { describeWith } from '../services/suites.ts'
import type { Place } from './visit.ts'
import { openPlace } from './visit.ts'

const TEXT = 'Does the lamp come in green?'
const LONGER = 'Does the lamp come in green, or in a dark blue?'

describeWith('chromiumPath')('whoever edits what they wrote', () => {
  let place: Place
  let page: Page
  beforeAll(async () => {
    place = await openPlace()
  })
  afterEach(async () => {
    expect(place.complaints.splice(0)).toEqual([])
    await place.leave()
  })
  afterAll(() => place?.close())

  const widget = () => page.getByRole('region', { name: 'Talk with Lume' })
  const field = () => widget().getByRole('textbox', { name: 'Edit' })
  const button = (name: string) => widget().getByRole('button', { name, exact: true })
  /** Opens what they have just posted, and begins to edit it. */
  const edit = async () => {
    await widget().getByRole('link', { name: 'Does the lamp' }).first().click()
    await widget().getByRole('heading', { name: 'Does the lamp' }).waitFor()
    // Known to be their own: its menu offers what only they may do.
    await button('Stop notifying me').waitFor()
    await begin()
  }
  const begin = async () => {
    await page.locator('.reader button[id^=menu-]').first().click()
    await button('Edit').click()
    await page.locator('.reader form textarea:focus').waitFor()
  }
  const post = async () => {
    page = await place.come()
    const composer = widget().getByRole('textbox', { name: 'Your message' })
    await composer.fill(TEXT)
    await button('Post').click()
    await widget()
      .getByRole('textbox', { name: 'Name' })
      .fill(`Anna ${crypto.randomUUID().slice(0, 5)}`)
    await button('Post').click()
    await widget().getByText('Just posted by you').waitFor()
    const title = widget().getByRole('link', { name: 'Does the lamp' }).first()
    await expect.poll(() => title.getAttribute('href')).toMatch(/#parla-t_/)
    await edit()
    await expect.poll(() => field().inputValue()).toBe(TEXT)
  }

  test('[C4] loses nothing by Escape, by going back or by a reload', async () => {
    await post()
    await page.keyboard.press('Escape')
    await field().waitFor({ state: 'detached' })

    await begin()
    await field().fill(LONGER)
    await page.keyboard.press('Escape')
    expect(await field().inputValue()).toBe(LONGER)
    await button('Back to all conversations').click()
    await edit()
    expect(await field().inputValue()).toBe(LONGER)

    const connected = page.waitForEvent('websocket').then(socket => socket.waitForEvent('framereceived'))
    await page.reload()
    await connected
    await edit()
    await expect.poll(() => field().inputValue()).toBe(LONGER)
    await widget().getByText('Draft restored').waitFor()
    await button('Discard draft').click()
    expect(await field().inputValue()).toBe(TEXT)

    await field().fill(LONGER)
    await button('Cancel').click()
    await field().waitFor({ state: 'detached' })
    await begin()
    await expect.poll(() => field().inputValue()).toBe(TEXT)
    await field().fill(LONGER)
    await button('Save changes').click()
    await field().waitFor({ state: 'detached' })
    await widget().getByRole('heading', { name: LONGER }).waitFor()
    await begin()
    await expect.poll(() => field().inputValue()).toBe(LONGER)
    expect(await widget().getByText('Draft restored').count()).toBe(0)
  })

  test('is told what is missing, too long or private, and sends nothing while composing', async () => {
    await post()
    await field().fill(LONGER)
    for (const composing of [{ isComposing: true }, { keyCode: 229 }])
      await field().dispatchEvent('keydown', { key: 'Enter', ctrlKey: true, ...composing })
    await field().fill('   ')
    await page.keyboard.press('Control+Enter')
    await widget().locator('.error').getByText('Write a message').waitFor()
    await field().fill('x'.repeat(10_003))
    await page.keyboard.press('Control+Enter')
    await widget().locator('.error').getByText('Shorten your message by 3 characters').waitFor()
    await field().fill('Does the lamp know +49 151 23456789?')
    await page.keyboard.press('Control+Enter')
    await button('Post anyway').waitFor()
    expect(await widget().getByRole('heading', { name: TEXT }).count()).toBe(1)
    await button('Post anyway').click()
    await field().waitFor({ state: 'detached' })
    await widget().getByRole('heading', { name: 'Does the lamp know' }).waitFor()
  })
})
