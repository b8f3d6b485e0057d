import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { SILENT_EDIT_MS } from '../../server/contract/limits.ts'
import type { TestClient } from '../../server/testing/test-client.ts'
import { describeWith } from '../services/suites.ts'
import { listen } from './heard.ts'
import type { Place } from './visit.ts'
import { openPlace } from './visit.ts'

describeWith('chromiumPath')('behind the menus', () => {
  let place: Place
  let page: Page
  let anna: TestClient
  beforeAll(async () => {
    place = await openPlace()
    anna = await place.app.visitor('Anna', place.site)
    const { id } = await anna.run('thread.post', {
      page: place.page,
      kind: 'question',
      body: 'Is the lamp waterproof?',
    })
    place.app.clock.pass(SILENT_EDIT_MS + 1)
    await anna.run('message.edit', { id, body: 'Is the lamp waterproof? I mean in the rain.' })
    await anna.run('reply.post', { thread: id, body: 'It stands on a balcony.' })
  })
  afterEach(async () => {
    await place.leave()
    expect(place.complaints).toEqual([])
  })
  afterAll(() => place?.close())

  const open = async () => {
    page = await place.come()
    await page.getByRole('link', { name: 'Is the lamp waterproof?' }).click()
    await page.getByText('It stands on a balcony.').waitFor()
  }
  const focused = () =>
    page.evaluate(() => {
      const inner = document.activeElement?.shadowRoot ?? document
      return inner.activeElement?.textContent ?? ''
    })

  test('shows how an edited message read before, and gives the focus back', async () => {
    await open()
    await page.getByRole('button', { name: 'edited' }).click()
    const dialog = page.getByRole('dialog', { name: 'Edit history' })
    await dialog.getByText('Is the lamp waterproof?', { exact: true }).first().waitFor()
    expect(await dialog.evaluate(box => box.matches(':modal'))).toBe(true)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(await focused()).toBe('edited')
  })

  test('marks whoever began the thread where they reply', async () => {
    await open()
    const reply = page.getByRole('article', { name: 'Anna' }).filter({ hasText: 'It stands on a balcony.' })
    await reply.getByText('Author', { exact: true }).waitFor()
  })

  test('opens a menu whose chunk comes only then, and closes it by Escape', async () => {
    await open()
    const asked: string[] = []
    page.on('request', request => asked.push(new URL(request.url()).pathname))
    const menu = page.getByRole('article').first().getByRole('button', { name: 'More options' })
    await menu.click()
    await page.getByRole('article').first().getByRole('button', { name: 'Copy link' }).waitFor()
    expect(asked.some(path => path.endsWith('/deeds.js'))).toBe(true)
    await expect.poll(() => menu.getAttribute('aria-expanded')).toBe('true')
    await page.keyboard.press('Escape')
    expect(await menu.getAttribute('aria-expanded')).toBe('false')
    expect(await menu.evaluate(button => button.matches(':focus'))).toBe(true)
  })

  test('opens no menu behind whoever has gone on before it came', async () => {
    await open()
    const held: (() => void)[] = []
    await page.route('**/deeds.js', route => held.push(() => void route.continue()))
    const menu = page.getByRole('article').first().getByRole('button', { name: 'More options' })
    await menu.click()
    await expect.poll(() => held.length).toBe(1)
    await page.getByRole('textbox', { name: /Your reply/ }).focus()
    const came = page.waitForResponse('**/deeds.js')
    held[0]?.()
    await came
    await page.waitForFunction(() => {
      const loaded = performance.getEntriesByType('resource').map(({ name }) => name.split('/').at(-1))
      return ['deeds.js', 'menu-list.js', 'instead.js', 'edit-form.js'].every(file => loaded.includes(file))
    })
    expect(await menu.getAttribute('aria-expanded')).toBe('false')
  })

  test('says so where a chunk cannot come, and opens the menu the next time', async () => {
    await open()
    await page.route('**/deeds.js', route => route.abort())
    const menu = page.getByRole('article').first().getByRole('button', { name: 'More options' })
    const log = await listen(page)
    await menu.click()
    await log.hears('assertive: No connection. Try again.')
    expect(await menu.getAttribute('aria-expanded')).toBe('false')
    place.complaints.length = 0
  })

  test('lets one switch off that new messages are read out, and remembers it', async () => {
    page = await place.come()
    const menu = page.locator('#parla-menu')
    const announce = page.getByRole('button', { name: 'Announce new messages' })
    await menu.click()
    expect(await announce.getAttribute('aria-pressed')).toBe('true')
    await announce.click()
    await announce.waitFor({ state: 'hidden' })
    await page.reload()
    await menu.click()
    expect(await announce.getAttribute('aria-pressed')).toBe('false')

    // What is new is newer than all that was read.
    place.app.clock.pass(1_000)
    await anna.run('thread.post', { page: place.page, kind: 'idea', body: 'Could it float?' })
    await page.getByRole('button', { name: '1 new post' }).waitFor()
    expect(await page.locator('[aria-live=polite]').textContent()).toBe('')
  })

  test('reports a message in a dialog, folds it for the reporter, and shows it when asked', async () => {
    await open()
    const reply = page.getByRole('article', { name: 'Anna' }).last()
    const menu = reply.getByRole('button', { name: 'More options' })
    await menu.click()
    await reply.getByRole('button', { name: 'Report' }).click()
    const dialog = page.getByRole('dialog', { name: 'Report this message' })
    await dialog.getByRole('button', { name: 'Report' }).click()
    // Regions beside an open dialog are silent: what is wrong is said inside it.
    await dialog.getByRole('alert').getByText('Choose a reason').waitFor()
    const reasons = dialog.getByRole('radiogroup', { name: 'Report this message' })
    expect(await reasons.getAttribute('aria-invalid')).toBe('true')
    expect(await reasons.getAttribute('aria-describedby')).toBe(
      await dialog.getByRole('alert').getAttribute('id'),
    )
    const first = dialog.getByRole('radio').first()
    expect(await first.evaluate(radio => radio.matches(':focus'))).toBe(true)
    expect(await dialog.getByRole('radio').count()).toBe(4)
    await dialog.getByRole('radio', { name: 'Insults or hate' }).check()
    // Reporting makes the device known, and it connects anew.
    const joined = page.waitForEvent('websocket').then(socket => socket.waitForEvent('framereceived'))
    await dialog.getByRole('button', { name: 'Report' }).click()
    await dialog.waitFor({ state: 'detached' })
    await reply.getByText('Thank you. The team will look at it.').waitFor()
    await reply.getByText('It stands on a balcony.').waitFor({ state: 'hidden' })
    expect(await menu.evaluate(button => button.matches(':focus'))).toBe(true)

    await joined
    await page.reload()
    await page.getByRole('link', { name: 'Is the lamp waterproof?' }).click()
    await reply.getByRole('button', { name: 'Show it anyway' }).click()
    await reply.getByText('It stands on a balcony.').waitFor()
  })

  test('follows a thread, and stops', async () => {
    await open()
    const log = await listen(page)
    await page.getByRole('button', { name: 'Notify me' }).click()
    await log.hears('polite: We’ll tell you about replies')
    await page.getByRole('button', { name: 'Stop notifying me' }).click()
    await page.getByRole('button', { name: 'Notify me', exact: true }).waitFor()
  })
})

describeWith('chromiumPath')('filters', () => {
  let place: Place
  afterAll(() => place?.close())

  test('list what has a status or a label, name what does not match, and are cleared', async () => {
    place = await openPlace()
    const anna = await place.app.visitor('Anna', place.site)
    const giulia = await place.app.staff('Giulia', 'agent', place.site)
    const post = (body: string) => anna.run('thread.post', { page: place.page, kind: 'idea', body })
    const { id } = await post('Could it float?')
    await post('Could it fly?')
    await giulia.run('thread.status', { thread: id, status: 'planned' })
    await giulia.run('thread.label', { thread: id, label: 'water', on: true })

    const page = await place.come()
    const titles = () => page.getByRole('heading', { level: 3 }).allTextContents()
    await page.getByRole('combobox', { name: 'Status' }).selectOption({ label: 'Planned' })
    await expect.poll(titles).toEqual(['Could it float?'])
    await page.getByRole('combobox', { name: 'Status' }).selectOption({ label: 'Shipped' })
    await page.getByText('Nothing here matches these filters').waitFor()
    await page.getByRole('button', { name: 'Clear filters' }).click()
    await expect.poll(async () => (await titles()).length).toBe(2)

    await page.getByRole('link', { name: 'Could it float?' }).click()
    await page.getByRole('button', { name: 'water' }).click()
    const chip = page.getByRole('group', { name: 'Filter' }).getByRole('button', { name: 'water' })
    await chip.waitFor()
    await expect.poll(titles).toEqual(['Could it float?'])
    await chip.click()
    await expect.poll(async () => (await titles()).length).toBe(2)
    expect(place.complaints).toEqual([])
  })
})
