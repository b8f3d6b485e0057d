import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { TestClient } from '../../server/testing/test-client.ts'
import { describeWith } from '../services/suites.ts'
import type { Place } from './visit.ts'
import { openPlace } from './visit.ts'

const NIGHT = 'Night mode for invoices?'
const DARK = 'Could invoices be dark?'

describeWith('chromiumPath')('a thread that is merged', () => {
  let place: Place
  let giulia: TestClient
  let night: string
  let dark: string
  beforeAll(async () => {
    place = await openPlace()
    const anna = await place.app.visitor('Anna', place.site)
    giulia = await place.app.staff('Giulia', 'agent', place.site)
    const post = async (body: string) =>
      (await anna.run('thread.post', { page: place.page, kind: 'question', body })).id
    ;[night, dark] = [await post(NIGHT), await post(DARK)]
    await anna.run('reply.post', { thread: dark, body: 'At least the preview.' })
  })
  afterEach(async () => {
    await place.leave()
    expect(place.complaints).toEqual([])
  })
  afterAll(() => place?.close())

  const heading = (page: Page, name: string) =>
    page.locator('.reader').getByRole('heading', { name, exact: true }).waitFor()
  const merge = () => giulia.run('thread.merge', { thread: night, into: dark })
  const part = () => giulia.run('thread.unmerge', { thread: night })

  test('[U2] takes its readers along at once, says so, and brings them back when it is undone', async () => {
    const page = await place.come()
    await page.getByRole('link', { name: NIGHT }).click()
    await heading(page, NIGHT)
    await merge()
    await heading(page, DARK)
    await page.locator('.reader').getByText(`“${NIGHT}” is part of this conversation now.`).waitFor()
    await page.getByText('At least the preview.').waitFor()
    await part()
    await heading(page, NIGHT)
    await page.locator('.reader').getByText('part of this conversation now').waitFor({ state: 'detached' })
  })

  test('[U2] keeps what its reader has begun to write, and tears nobody from a sentence', async () => {
    const page = await place.come()
    await page.getByRole('link', { name: NIGHT }).click()
    await heading(page, NIGHT)
    const field = page.locator('.reader').getByRole('textbox')
    await field.fill('I read them in bed.')
    await merge()
    await heading(page, DARK)
    await page.waitForFunction(
      () =>
        [...document.querySelectorAll('*')]
          .flatMap(one => [...(one.shadowRoot?.querySelectorAll('.reader textarea') ?? [])])
          .map(one => (one as HTMLTextAreaElement).value)
          .join() === 'I read them in bed.',
    )
    await part()
    await page.getByRole('button', { name: `“${NIGHT}” is a conversation of its own again.` }).click()
    await heading(page, NIGHT)
  })

  test('[U2] leads from its permalink and from its card to where it stands', async () => {
    const page = await place.come()
    const card = page.getByRole('article', { name: NIGHT })
    await card.waitFor()
    const height = await card.evaluate(one => one.getBoundingClientRect().height)
    await merge()
    await card.getByRole('button', { name: `Merged into “${DARK}”` }).waitFor()
    expect(await card.evaluate(one => one.getBoundingClientRect().height)).toBe(height)
    await card.getByRole('button', { name: `Merged into “${DARK}”` }).click()
    await heading(page, DARK)
    await page.getByRole('button', { name: 'Back to all conversations' }).click()

    await page.evaluate(id => {
      location.hash = `parla-${id}`
    }, night)
    await heading(page, DARK)
    await page.getByText(`“${NIGHT}” is part of this conversation now.`).last().waitFor()
    await part()
  })
})
