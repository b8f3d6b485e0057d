import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { describeWith } from '../services/suites.ts'
import { PATIENCE, useDesk } from './desk.ts'
import type { Place } from './visit.ts'
import { openPlace } from './visit.ts'

/** Id of what has the focus, in the widget or the page. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const widget = document.querySelector('[data-mode]')?.shadowRoot
    return (widget?.activeElement ?? document.activeElement)?.id ?? ''
  })
const expectFocus = (page: Page, id: string) =>
  expect.poll(() => focused(page), { timeout: PATIENCE }).toBe(id)

/** Where one goes on by keyboard; what needs no server is in `gallery/keyboard.test.ts`. */
describeWith('chromiumPath')('the focus of a visitor', () => {
  let place: Place
  beforeAll(async () => {
    place = await openPlace()
  })
  afterEach(async () => {
    await place.leave()
    expect(place.complaints.splice(0)).toEqual([])
  })
  afterAll(() => place?.close())

  const begin = async (body: string) => {
    const anna = await place.app.visitor('Anna', place.site)
    const thread = (await anna.run('thread.post', { page: place.page, kind: 'question', body })).id
    return { anna, thread }
  }

  test('[A6] is at the heading of the thread, or at the reply, that a link leads to', async () => {
    const { anna, thread } = await begin('Does the lamp float?')
    const reply = (await anna.run('reply.post', { thread, body: 'It sank.' })).id
    await expectFocus(await place.come({ path: `/#parla-${thread}` }), 'heading')
    await expectFocus(await place.come({ path: `/#parla-${thread}-${reply}` }), `reply-${reply}`)
  })

  test('[A6] is left to whoever has pressed something in a thread before its heading could take it', async () => {
    await begin('Does the lamp fold?')
    const page = await place.come()
    await page.getByRole('link', { name: 'Does the lamp fold?' }).waitFor()
    await page.evaluate(() => {
      const widget = document.querySelector('[data-mode]')?.shadowRoot as ShadowRoot
      const hurry = new MutationObserver(() => {
        const menu = widget.querySelector<HTMLElement>('.root .menu button')
        if (!menu) return
        menu.focus()
        hurry.disconnect()
      })
      hurry.observe(widget, { subtree: true, childList: true })
    })
    await page.getByRole('link', { name: 'Does the lamp fold?' }).click()
    await page.getByRole('textbox', { name: 'Your reply to Anna' }).waitFor()
    await page.evaluate(() => new Promise(drawn => requestAnimationFrame(() => setTimeout(drawn))))
    expect(await focused(page)).toMatch(/^menu-/)
  })

  test('[A6] is at a message’s menu once its deletion is undone', async () => {
    const { thread } = await begin('Does the lamp dim?')
    const page = await place.come({ path: `/#parla-${thread}` })
    await page.getByRole('textbox', { name: 'Your reply to Anna' }).fill('Mine does.')
    await page.getByRole('button', { name: 'Reply', exact: true }).last().click()
    await page.getByRole('textbox', { name: 'Name' }).fill('Tom')
    await page.getByRole('button', { name: 'Reply', exact: true }).last().click()
    const row = page.locator('.reply').filter({ hasText: 'Mine does.' })
    await row.locator('.menu > button').click()
    await row.getByRole('button', { name: 'Delete' }).click()
    await expect.poll(() => focused(page), { timeout: PATIENCE }).toMatch(/^undo-/)
    const undo = await focused(page)
    await page.keyboard.press('Enter')
    await expectFocus(page, undo.replace('undo-', 'menu-'))
  })

  test('[A6] is at the answer’s row once it has moved into the card, and at another filter once a label is none', async () => {
    const page = await place.come()
    await page.getByRole('textbox', { name: 'Your message' }).fill('Does the lamp sing?')
    await page.getByRole('button', { name: 'Post', exact: true }).click()
    await page.getByRole('textbox', { name: 'Name' }).fill('Tom')
    await page.getByRole('button', { name: 'Post', exact: true }).click()
    const title = page.getByRole('link', { name: 'Does the lamp sing?' })
    await expect.poll(() => title.getAttribute('href'), { timeout: PATIENCE }).toMatch(/#parla-t_/)
    const thread = (await title.getAttribute('href'))?.replace('#parla-', '') ?? ''
    const giulia = await place.app.staff('Giulia', 'agent', place.site)
    const reply = (await giulia.run('reply.post', { thread, body: 'It hums.' })).id
    await giulia.run('thread.label', { thread, label: 'sound', on: true })
    await title.click()
    await page.getByRole('button', { name: 'This answers it' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('Chosen by Tom as the answer').waitFor()
    await expectFocus(page, `reply-${reply}`)

    await page.getByRole('button', { name: 'sound' }).click()
    const filters = page.getByRole('group', { name: 'Filter' })
    await filters.getByRole('button', { name: 'sound' }).focus()
    await page.keyboard.press('Enter')
    await filters.getByRole('button', { name: 'sound' }).waitFor({ state: 'detached' })
    await expect.poll(() => filters.locator(':focus').count(), { timeout: PATIENCE }).toBe(1)
  })
})

describeWith('chromiumPath')('the focus of the team', () => {
  const desk = useDesk()

  test('[A6] is at the next message that waits for a decision, then the one before, then the page’s title', async () => {
    const { giulia, post, sit } = desk()
    for (const n of [1, 2, 3]) await giulia.run('message.hold', { id: await post(`Look at my shop ${n}`) })
    const page = await sit(giulia, '/moderation')
    const entries = page.locator('.entry')
    await expect.poll(() => entries.count(), { timeout: PATIENCE }).toBe(3)
    const ids = await entries.evaluateAll(all => all.map(one => `entry-${one.getAttribute('data-entry')}`))
    const [first = '', , third = ''] = ids
    const approve = (at: number) =>
      entries
        .nth(at)
        .getByRole('button', { name: /Approve/ })
        .click()
    await approve(1)
    await expectFocus(page, third)
    await approve(2)
    await expectFocus(page, first)
    await approve(0)
    await expectFocus(page, 'room-title')
  })
})
