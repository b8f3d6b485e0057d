import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeWith } from '../services/suites.ts'
import type { Place } from './visit.ts'
import { openPlace } from './visit.ts'

describeWith('chromiumPath')('one’s own conversations', () => {
  let place: Place
  beforeAll(async () => {
    place = await openPlace()
    const anna = await place.app.visitor('Anna', place.site)
    await anna.run('thread.post', { page: place.page, kind: 'idea', body: 'Could the shade be blue?' })
  })
  afterAll(() => place?.close())

  test('[R10] are a chip that comes with the first message, also across visits', async () => {
    const page = await place.come()
    const widget = page.getByRole('region', { name: 'Talk with Lume' })
    const chip = widget.getByRole('button', { name: 'Mine', exact: true })
    await widget.getByRole('button', { name: 'This page' }).waitFor()
    expect(await chip.count()).toBe(0)
    await widget.getByRole('textbox', { name: 'Your message' }).fill('Is the lamp waterproof?')
    await widget.getByRole('button', { name: 'Post', exact: true }).click()
    await widget.getByRole('textbox', { name: 'Name' }).fill('Tom')
    await widget.getByRole('button', { name: 'Post', exact: true }).click()
    await widget.getByText('Just posted by you').waitFor()
    await chip.waitFor()
    // Only now is it kept across a reload.
    await widget
      .getByRole('link', { name: 'Is the lamp waterproof?' })
      .and(page.locator('[href^="#parla-t_"]'))
      .waitFor()

    const shown = widget.locator('.cards article')
    await page.reload()
    await widget.getByRole('link', { name: 'Could the shade be blue?' }).waitFor()
    await chip.click()
    await expect.poll(() => shown.count()).toBe(1)
    await widget.getByRole('link', { name: 'Is the lamp waterproof?' }).waitFor()
    expect(await chip.getAttribute('aria-pressed')).toBe('true')

    // Together with a kind, and back to all.
    await widget.getByRole('button', { name: /^Ideas/ }).click()
    await widget.getByText('You haven’t posted here yet').waitFor()
    const all = widget.getByRole('button', { name: 'All', exact: true })
    expect(await all.getAttribute('aria-pressed')).toBe('false')
    await all.click()
    await widget.getByRole('link', { name: 'Could the shade be blue?' }).waitFor()
    expect(await all.getAttribute('aria-pressed')).toBe('true')
    expect(await chip.getAttribute('aria-pressed')).toBe('false')
    await chip.click()
    await expect.poll(() => shown.count()).toBe(1)
    await chip.click()
    await expect.poll(() => shown.count()).toBe(2)
  })

  test('[R10] what waits for review stands there for its author, also across visits', async () => {
    const page = await place.come()
    const widget = page.getByRole('region', { name: 'Talk with Lume' })
    const links = ['a', 'b', 'c'].map(name => `https://${name}.example`).join(' ')
    await widget.getByRole('textbox', { name: 'Your message' }).fill(`Which of these? ${links}`)
    await widget.getByRole('button', { name: 'Post', exact: true }).click()
    await widget.getByRole('textbox', { name: 'Name' }).fill('Kim')
    await widget.getByRole('button', { name: 'Post', exact: true }).click()
    await widget.getByRole('article').getByText('Waiting for review. Only you can see it.').waitFor()
    await page.reload()
    await widget.getByRole('button', { name: 'Mine', exact: true }).click()
    await widget.getByRole('link', { name: 'Which of these?' }).waitFor()
    await widget.getByRole('article').getByText('Waiting for review. Only you can see it.').waitFor()
    expect(place.complaints).toEqual([])
  })
})
