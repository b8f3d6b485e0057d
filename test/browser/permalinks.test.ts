import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { TestClient } from '../../server/testing/test-client.ts'
import { describeWith } from '../services/suites.ts'
import { PATIENCE } from './desk.ts'
import type { Place } from './visit.ts'
import { openPlace } from './visit.ts'

/** More than are read with a thread, twice. */
const MANY = 50

/** What has the focus, whether it is in sight, and which message glows. */
const standing = (page: Page) =>
  page.evaluate(() => {
    const root = [...document.querySelectorAll('[data-mode]')].map(one => one.shadowRoot).find(Boolean)
    const focused = root?.activeElement
    const { top = -1, bottom = -1 } = focused?.getBoundingClientRect() ?? {}
    const message = focused?.closest('article') ?? focused
    return {
      id: focused?.id ?? '',
      inSight: top >= 0 && bottom <= innerHeight,
      glows: Boolean(message && getComputedStyle(message).animation.includes('2s')),
    }
  })
const expectAt = (page: Page, id: string | RegExp) =>
  expect
    .poll(() => standing(page), { timeout: PATIENCE })
    .toEqual({ id: expect.stringMatching(id), inSight: true, glows: true })

describeWith('chromiumPath')('a link to a message', () => {
  let place: Place
  let floating: Place
  let anna: TestClient
  let thread: string
  let replies: string[]
  const follow = (page: Page, link: string) =>
    page.evaluate(hash => {
      location.hash = hash
    }, `parla-${link}`)

  beforeAll(async () => {
    place = await openPlace({ around: '<div style="height: 5000px">Far above</div>' })
    floating = await openPlace({ attributes: 'data-mode="launcher"' })
    anna = await place.app.visitor('Anna', place.site)
    thread = (
      await anna.run('thread.post', { page: place.page, kind: 'question', body: 'Does the lamp float?' })
    ).id
    replies = []
    for (let n = 0; n < MANY; n++)
      replies.push((await anna.run('reply.post', { thread, body: `It sank ${n} times.` })).id)
  })
  afterEach(async () => {
    for (const one of [place, floating]) {
      await one.leave()
      expect(one.complaints.splice(0)).toEqual([])
    }
  })
  afterAll(async () => {
    await place?.close()
    await floating?.close()
  })

  test('[U5] is followed by a widget far below the screen, and its message glows', async () => {
    const page = await place.come({ path: `/#parla-${thread}` })
    await expectAt(page, 'heading')
  })

  test('[U5] is followed by a widget that has not begun, from wherever on the page it is clicked', async () => {
    const page = await place.come({ closed: true })
    await page.waitForFunction(() => 'parla' in window)
    await page.evaluate(link => {
      const anchor = Object.assign(document.createElement('a'), { href: link, textContent: 'That one' })
      document.body.prepend(anchor)
    }, `#parla-${thread}`)
    await page.getByRole('link', { name: 'That one' }).click()
    await expectAt(page, 'heading')
  })

  test('[U5] opens the panel of a launcher', async () => {
    const { app, site, page: at } = floating
    const tom = await app.visitor('Tom', site)
    const { id } = await tom.run('thread.post', { page: at, kind: 'idea', body: 'A lamp that floats' })
    await expectAt(await floating.come({ path: `/#parla-${id}` }), 'heading')
    const later = await floating.come({ closed: true })
    await later.waitForFunction(() => 'parla' in window)
    await follow(later, id)
    await expectAt(later, 'heading')
  })

  test('[U5] leads to a reply however far up, as does what a reply answers', async () => {
    const [first = '', second = ''] = replies
    const { id } = await anna.run('reply.post', { thread, body: 'Twice, in fact.', to: second })
    const page = await place.come({ path: `/#parla-${thread}-${first}` })
    await expectAt(page, `reply-${first}`)
    await follow(page, `${thread}-${id}`)
    await expectAt(page, `reply-${id}`)
    await page.locator(`#reply-${id} .to`).click()
    await expectAt(page, `reply-${second}`)
    await page.locator(`#reply-${id} .to`).click()
    await expectAt(page, `reply-${second}`)
  })

  test('[U5] leads to a reply written a moment ago', async () => {
    const { id: quiet } = await anna.run('thread.post', {
      page: place.page,
      kind: 'question',
      body: 'Does the lamp dim?',
    })
    const page = await place.come({ path: `/#parla-${quiet}` })
    await page.getByRole('textbox', { name: 'Your reply to Anna' }).fill('Mine does.')
    await page.getByRole('button', { name: 'Reply', exact: true }).last().click()
    await page.getByRole('textbox', { name: 'Name' }).fill('Tom')
    await page.getByRole('button', { name: 'Reply', exact: true }).last().click()
    const row = page.locator('.reply').filter({ hasText: 'Mine does.' })
    await row.locator('.menu > button').waitFor()
    const { replies: known } = await anna.get<{ replies: { id: string }[] }>(`threads/${quiet}`)
    await follow(page, `${quiet}-${known[0]?.id}`)
    await expectAt(page, (await row.getAttribute('id')) ?? '')
  })

  test('[A6] leaves whoever began to write before it arrived', async () => {
    const [first = ''] = replies
    const held: (() => void)[] = []
    const page = await place.come({
      path: `/#parla-${thread}-${first}`,
      before: fresh => fresh.route('**/jump.js', route => held.push(() => void route.continue())),
    })
    const field = page.getByRole('textbox', { name: 'Your reply to Anna' })
    await field.focus()
    await expect.poll(() => held.length, { timeout: PATIENCE }).toBe(1)
    held[0]?.()
    await page
      .locator(`#reply-${first}`)
      .locator('xpath=ancestor-or-self::article[contains(@class, "asked")]')
      .waitFor()
    expect(await field.evaluate(area => area.matches(':focus'))).toBe(true)
  })

  test('[R2] shows who writes an answer in the thread that it leads to', async () => {
    const giulia = await place.app.staff('Giulia', 'agent', place.site)
    await giulia.connect()
    await giulia.look(thread)
    const held: (() => void)[] = []
    const page = await place.come({
      path: `/#parla-${thread}`,
      closed: true,
      before: fresh => fresh.route('**/live.js', route => held.push(() => void route.continue())),
    })
    // Read before the line is there.
    await page.getByRole('textbox', { name: 'Your reply to Anna' }).waitFor()
    const joined = page.waitForEvent('websocket').then(socket => socket.waitForEvent('framereceived'))
    await expect.poll(() => held.length, { timeout: PATIENCE }).toBe(1)
    held[0]?.()
    await joined
    const writes = page.getByText('Giulia is writing…').first()
    await expect
      .poll(
        async () => {
          giulia.socket?.emit('writing')
          return writes.isVisible()
        },
        { timeout: PATIENCE },
      )
      .toBe(true)
    giulia.disconnect()
  })

  test('[U5] says where there is no such reply any more, and goes there', async () => {
    const page = await place.come({ path: `/#parla-${thread}-r_nowhere` })
    await page.locator('.reader').getByText('This reply no longer exists').waitFor()
    await expectAt(page, 'jump')
  })
})
