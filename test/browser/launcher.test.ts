import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { TestClient } from '../../server/testing/test-client.ts'
import { describeWith } from '../services/suites.ts'
import { outboxOf } from './shelf.ts'
import type { Place } from './visit.ts'
import { openPlace } from './visit.ts'

const QUESTION = 'Is the lamp waterproof?'

/** A page with a field where the button is, and a bar that can be shown below it. */
const AROUND = `<a href="/other">Next page</a><style>
  body { margin: 0; min-height: 2000px }
  #field { position: absolute; right: 30px; top: 640px; width: 200px; height: 30px }
  #bar { position: fixed; inset: auto 0 0; height: 90px; background: #eee }
  #app { position: fixed; inset: 0; z-index: -1 }
</style>
<input id="first" autofocus><input id="field"><div id="bar" hidden><button>Accept</button></div>
<div id="app"></div>`

describeWith('chromiumPath')('the launcher', () => {
  let place: Place
  let page: Page
  let giulia: TestClient
  let tom: TestClient
  let thread: string
  beforeAll(async () => {
    place = await openPlace({ attributes: 'data-mode="launcher"', around: AROUND })
    giulia = await place.app.staff('Giulia', 'agent', place.site)
    tom = await place.app.visitor('Tom', place.site)
    thread = (await tom.run('thread.post', { page: place.page, kind: 'idea', body: QUESTION })).id
  })
  afterEach(async () => {
    expect(place.complaints.splice(0)).toEqual([])
    await place.leave()
  })
  afterAll(() => place?.close())

  const button = () => page.locator('.launcher > .open')
  const panel = () => page.getByRole('dialog', { name: 'Talk with Lume' })
  const arrive = async (wishes: BrowserContextOptions = {}, before?: (fresh: Page) => unknown) => {
    page = await place.come({ closed: true, viewport: { width: 900, height: 700 }, ...wishes, before })
    await ready()
  }
  const ready = () =>
    page.waitForFunction(() =>
      document.querySelector('[data-parla] > div')?.shadowRoot?.querySelector('.open'),
    )
  // A browser counts in fractions of a pixel, and not exactly.
  const top = () => button().evaluate(element => Math.round(element.getBoundingClientRect().top))
  const loaded = () =>
    page.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/standing-by.js')),
    )
  const inFocus = () => page.evaluate(() => document.activeElement?.id)

  test('[R10] tells who comes back how many replies are new, without a line', async () => {
    await arrive()
    await button().click()
    const widget = page.getByRole('region', { name: 'Talk with Lume' })
    await widget.getByRole('textbox', { name: 'Your message' }).fill('Could the shade be blue?')
    await widget.getByRole('button', { name: 'Post', exact: true }).click()
    await widget.getByRole('textbox', { name: 'Name' }).fill('Anna')
    await widget.getByRole('button', { name: 'Post', exact: true }).click()
    await widget.getByText('Just posted by you').waitFor()
    await widget.getByRole('link', { name: QUESTION }).click()
    await widget.getByRole('button', { name: 'Notify me' }).click()
    await widget.getByRole('button', { name: 'Stop notifying me' }).waitFor()
    // Both are shown before the server has them.
    await expect.poll(() => outboxOf(page)).toEqual([])
    await page.keyboard.press('Escape')
    const { threads } = await tom.get<{ threads: { id: string; title: string }[] }>('threads')
    const mine = threads.find(({ title }) => title.startsWith('Could the shade'))?.id ?? ''
    place.app.clock.pass(60_000)
    for (const body of ['Yes, in spring', 'And in green'])
      await giulia.run('reply.post', { thread: mine, body })
    await giulia.run('reply.post', { thread, body: 'It is' })
    // No reply, and not theirs to hear of.
    await giulia.run('thread.status', { thread, status: 'planned', reason: 'Soon' })

    const sockets: string[] = []
    page.on('websocket', socket => sockets.push(socket.url()))
    await page.reload()
    const named = page.getByRole('button', { name: 'Open conversations with Lume, 3 new replies' })
    await named.waitFor()
    await page.getByText('3 new replies').waitFor()
    expect(sockets).toEqual([])

    await named.click()
    await widget.getByRole('link', { name: 'Could the shade be blue?' }).click()
    await widget.getByRole('list').getByText('And in green').waitFor()
    await widget.getByRole('button', { name: 'Back to all conversations' }).click()
    await page.getByRole('button', { name: 'Close' }).click()
    await page.getByRole('button', { name: 'Open conversations with Lume, 1 new reply' }).waitFor()
  })

  test('[P1] asks nothing about a visitor who never wrote', async () => {
    const asked: string[] = []
    await arrive({}, fresh => fresh.on('request', request => asked.push(request.url())))
    await loaded()
    await button().click()
    await panel().getByText(QUESTION).waitFor()
    await page.keyboard.press('Escape')
    expect(asked.filter(url => /\/me\b|news/.test(url))).toEqual([])
  })

  test('[H2] steps out of the way of what has the page’s focus, and back', async () => {
    await arrive()
    await loaded()
    const there = await top()
    await page.locator('#field').focus()
    await expect.poll(top).toBeGreaterThanOrEqual(700)
    await page.locator('#first').focus()
    await expect.poll(top).toBe(there)
    await page.locator('#field').focus()
    await expect.poll(top).toBeGreaterThanOrEqual(700)
    // It can be reached all the same.
    await button().focus()
    await expect.poll(top).toBe(there)
    expect(await inFocus()).toBe('')
  })

  test('[H2] stands above a bar that the page keeps at the bottom, and not above the page itself', async () => {
    await arrive()
    await loaded()
    const there = await top()
    await page.evaluate(() => {
      ;(document.querySelector('#bar') as HTMLElement).hidden = false
      scrollTo(0, 100)
    })
    await expect.poll(top).toBe(700 - 90 - 12 - 56)
    await button().click()
    await panel().getByText(QUESTION).waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(top).toBe(700 - 90 - 12 - 56)
    await page.evaluate(() => {
      ;(document.querySelector('#bar') as HTMLElement).hidden = true
      scrollTo(0, 0)
    })
    await expect.poll(top).toBe(there)
  })

  test('[A5] steps aside without movement for those who wish less of it', async () => {
    for (const [reducedMotion, duration] of [
      ['reduce', '0s'],
      ['no-preference', '0.2s'],
    ] as const) {
      await arrive({ reducedMotion })
      await loaded()
      await expect
        .poll(() => button().evaluate(element => getComputedStyle(element).transitionDuration))
        .toBe(duration)
    }
  })

  test('[P1] is open on the next page again, with what was read and without its focus', async () => {
    await arrive()
    await loaded()
    expect(await page.evaluate(() => sessionStorage.length + localStorage.length)).toBe(0)
    await button().click()
    await panel().getByRole('link', { name: QUESTION }).click()
    await panel().getByRole('heading', { name: QUESTION }).waitFor()
    await page.getByRole('link', { name: 'Next page' }).click()
    await page.waitForURL('**/other')
    await panel().getByRole('heading', { name: QUESTION }).waitFor()
    await page.waitForFunction(
      () =>
        document.querySelector('[data-parla] > div')?.shadowRoot?.querySelector('dialog')?.inert === false,
    )
    expect(await inFocus()).toBe('first')
    // A hand's width: there it would lie over the page.
    await page.setViewportSize({ width: 400, height: 700 })
    await page.reload()
    await loaded()
    await page.waitForFunction(() => sessionStorage.length === 0)
    expect(await panel().count()).toBe(0)
  })

  test('[P1] keeps nothing of a panel that the page itself opened, or that is closed', async () => {
    await arrive({}, fresh =>
      fresh.addInitScript(() => {
        // What a test says to a page counts as a visitor's action there.
        Object.defineProperty(navigator, 'userActivation', { value: { isActive: false } })
      }),
    )
    await loaded()
    await page.evaluate(() => (window as unknown as { parla: (name: string) => void }).parla('open'))
    await panel().getByText(QUESTION).waitFor()
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
    await place.leave()
    await arrive()
    await loaded()
    await button().click()
    await page.waitForFunction(() => sessionStorage.length === 1)
    await button().click()
    await page.waitForFunction(() => sessionStorage.length === 0)
  })

  test('[H2] opens above the page also where browsers have no layer for it', async () => {
    await arrive({}, fresh =>
      fresh.addInitScript(() => {
        Reflect.deleteProperty(HTMLElement.prototype, 'showPopover')
        Reflect.deleteProperty(HTMLElement.prototype, 'hidePopover')
        Reflect.deleteProperty(HTMLElement.prototype, 'popover')
      }),
    )
    await button().click()
    await panel().getByText(QUESTION).waitFor()
    // Browsers round what they say of so large a number.
    expect(await panel().evaluate(element => Number(getComputedStyle(element).zIndex))).toBeGreaterThan(2e9)
    await page.keyboard.press('Escape')
    await panel().waitFor({ state: 'hidden' })
  })

  test('[A1] has words of the page’s own on its button, which are its name', async () => {
    await arrive()
    await page.evaluate(() => {
      const { parla } = window as unknown as { parla: (name: string) => void }
      const script = document.querySelector('script[data-site]') as HTMLScriptElement
      parla('destroy')
      const again = document.createElement('script')
      Object.assign(again, { src: script.src, async: true })
      Object.assign(again.dataset, { ...script.dataset, label: 'Ask us' })
      document.body.append(again)
    })
    await page.getByRole('button', { name: 'Ask us', exact: true }).click()
    await panel().getByText(QUESTION).waitFor()
  })

  test('[A4] is 56 px high, and 48 where the window is narrow', async () => {
    await arrive()
    const size = async () => {
      const box = await button().boundingBox()
      return [box?.width, box?.height]
    }
    expect(await size()).toEqual([56, 56])
    await page.setViewportSize({ width: 340, height: 600 })
    await expect.poll(size).toEqual([48, 48])
  })

  test('[A6] keeps what has the focus clear of a composer that has grown', async () => {
    for (let n = 1; n <= 12; n++) await tom.run('reply.post', { thread, body: `Reply ${n}` })
    await arrive()
    await button().click()
    await panel().getByRole('link', { name: QUESTION }).click()
    const draft = panel().getByRole('textbox', { name: /Your reply/ })
    await panel().getByText('Reply 12').waitFor()
    await draft.fill('A line\n'.repeat(20))
    const hidden = () =>
      page.evaluate(() => {
        const root = document.querySelector('[data-parla] > div')?.shadowRoot
        const focused = root?.activeElement?.getBoundingClientRect()
        const composer = root?.querySelector('.answering')?.getBoundingClientRect()
        return focused && composer ? Math.max(0, focused.bottom - composer.top) : null
      })
    // How high the composer has become is known with the next frame.
    const room = () =>
      page.evaluate(() => {
        const root = document.querySelector('[data-parla] > div')?.shadowRoot
        const kept = root?.querySelector<HTMLElement>('.panel .scroll')?.style.scrollPaddingBlockEnd
        return kept === `${root?.querySelector<HTMLElement>('.answering')?.offsetHeight}px`
      })
    await expect.poll(room).toBe(true)
    // From the heading down through all replies.
    await panel().locator('#heading').focus()
    for (let step = 0; step < 20; step++) {
      await page.keyboard.press('Tab')
      expect(await hidden()).toBe(0)
    }
  })
})
