import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { describeWith } from '../services/suites.ts'
import type { Place } from './visit.ts'
import { openPlace } from './visit.ts'

describeWith('chromiumPath')('mentions', () => {
  let place: Place
  beforeAll(async () => {
    place = await openPlace()
    const anna = await place.app.visitor('Anna', place.site)
    const { id } = await anna.run('thread.post', { page: place.page, kind: 'idea', body: 'Could it float?' })
    const tom = await place.app.visitor('Tom Ashworth', place.site)
    await tom.run('reply.post', { thread: id, body: 'Mine sinks.' })
  })
  afterEach(async () => {
    await place.leave()
    expect(place.complaints).toEqual([])
  })
  afterAll(() => place?.close())

  test('offers the names of those who take part after @, by keyboard alone', async () => {
    const page = await place.come()
    await page.getByRole('link', { name: 'Could it float?' }).click()
    const field = page.getByRole('textbox', { name: 'Your reply to Anna' })
    await field.click()
    await page.keyboard.type('Thanks @t')
    const option = page.getByRole('option', { name: 'Tom Ashworth' })
    await option.waitFor()
    expect(await option.getAttribute('aria-selected')).toBe('true')
    expect(await field.getAttribute('aria-activedescendant')).toBe(await option.getAttribute('id'))
    await page.keyboard.press('Enter')
    await option.waitFor({ state: 'hidden' })
    expect(await field.inputValue()).toBe('Thanks @Tom Ashworth ')
    await page.keyboard.type('@')
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('option').first().waitFor({ state: 'hidden' })
    expect(await field.evaluate(text => text.matches(':focus'))).toBe(true)
  })
})
