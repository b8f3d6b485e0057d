import type { Browser, Page, WebSocket } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest'
import type { TestApp } from '../../server/testing/test-app.ts'
import { startTestApp, TEST_ORIGIN } from '../../server/testing/test-app.ts'
import type { TestClient } from '../../server/testing/test-client.ts'
import { launchBrowser } from '../services/browser.ts'
import { describeWith } from '../services/suites.ts'
import { startBrand } from './brand.ts'

/** Milliseconds; generous, because the machine may be busy. */
const PATIENCE = 20_000
const STUB = '<script>function parla(){(parla.q=parla.q||[]).push(arguments)}</script>'
const QUESTION = 'Is the lamp waterproof?'

describeWith('chromiumPath')('the host page', () => {
  let app: TestApp
  let brand: Awaited<ReturnType<typeof startBrand>>
  let browser: Browser
  let anna: TestClient
  let page: Page
  let asked: string[]
  let trouble: string[]
  let thread: string

  const tag = (attributes = '') =>
    `<script async src="${app.app.url}/parla.js" data-site="${anna.parts.site}" data-lang="en" ${attributes}></script>`
  const bare = () => `<script async src="${app.app.url}/parla.js"></script>`
  const element = (attributes = '') =>
    `<parla-widget site="${anna.parts.site}" lang="en" ${attributes}></parla-widget>`
  /** A page that writes down what it is told. */
  const listening = `<script>
    window.told = []
    for (const name of ['ready', 'open', 'close', 'thread', 'post', 'error'])
      document.addEventListener('parla:' + name, event => told.push([name, event.detail]))
  </script>`

  beforeAll(async () => {
    expect(inject('buildFailure')).toBeNull()
    app = await startTestApp()
    const pages: Record<string, () => string> = {
      '/inline': () => `<h1>Before</h1>${tag()}<p id="after">After</p>`,
      '/queue': () =>
        `${listening}${STUB}<script>
          parla('ready', all => { told.push(['threads', all.threads().map(({ title }) => title)]) })
          parla('on', 'open', () => told.push(['heard']))
          parla('open')
        </script>${tag('data-mode="launcher"')}`,
      '/modal': () =>
        `<button data-parla-open>Ask us</button><a href="#parla-${thread}" data-parla-open="${thread}">That one</a>${tag('data-mode="modal"')}`,
      '/element': () => `${listening}${bare()}<main>${element()}</main>`,
      '/headless': () =>
        `${STUB}<ul></ul><script>
          parla('ready', all => {
            window.all = all
            all.follow(() => {
              document.querySelector('ul').replaceChildren(...all.threads().map(({ title, votes }) => {
                const row = document.createElement('li')
                row.textContent = title + ' · ' + votes
                return row
              }))
            })
          })
        </script>${tag('data-mode="headless"')}`,
      '/shop/lamp': () => `<main><div id="talk"></div></main>${tag('data-target="#talk" data-scope="page"')}`,
      '/late': () => `<main></main>${tag('data-target="#talk"')}`,
      '/silent': () => tag(),
      '/two': () => `${tag()}${tag('data-mode="launcher"')}`,
      '/own-words': () =>
        `${STUB}${tag(
          `data-texts='${JSON.stringify({
            'frame.title': 'Ask the makers of {brand}',
            'vote.count': { one: '{n} person', other: '{n} people' },
            'kind.question': 'Puzzle',
            'composer.label': 7,
            'vote.metoo': { one: 'without the other forms' },
          })}'`,
        )}`,
    }
    brand = await startBrand(pages)
    const site = await app.addSite('Lume', [brand.url, TEST_ORIGIN])
    anna = await app.visitor('Anna', site)
    const at = (path: string) => ({ key: brand.url + path, url: brand.url + path })
    const post = (path: string, body: string) =>
      anna.run('thread.post', { page: at(path), kind: 'question', body })
    await post('/shop/chair', 'Does the chair fold?')
    thread = (await post('/shop/lamp', QUESTION)).id
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await brand?.close()
    await app?.close()
  })

  const visit = async (path: string, before: (fresh: Page) => unknown = () => {}) => {
    const context = await browser.newContext({ viewport: { width: 900, height: 700 } })
    context.setDefaultTimeout(PATIENCE)
    page = await context.newPage()
    asked = []
    trouble = []
    page.on('request', request => asked.push(new URL(request.url()).pathname))
    page.on('pageerror', error => trouble.push(error.message))
    await before(page)
    await page.goto(brand.url + path)
  }
  const say = (...command: unknown[]) =>
    page.evaluate(
      given => (window as unknown as { parla: (...all: unknown[]) => void }).parla(...given),
      command,
    )
  const told = () => page.evaluate(() => (window as unknown as { told: unknown[] }).told)
  const hears = (name: string) =>
    page.waitForFunction(
      wanted => (window as unknown as { told: [string][] }).told.some(([event]) => event === wanted),
      name,
    )
  afterEach(async () => {
    expect(trouble).toEqual([])
    await page.context().close()
  })

  test('[H1] is obeyed in what it said before the widget was there, and told what happens', async () => {
    await visit('/queue')
    await page.getByRole('dialog').getByText(QUESTION).waitFor()
    await hears('heard')
    // Its script comes when it may, and nothing else waits for it.
    await hears('threads')
    await say('close')
    await hears('close')
    expect(await told()).toEqual(
      expect.arrayContaining([
        ['open', {}],
        ['heard'],
        ['ready', { site: anna.parts.site, conversations: 2 }],
        ['threads', [QUESTION, 'Does the chair fold?']],
        ['close', {}],
      ]),
    )
  })

  test('[H1] loads nothing for commands and events while it says nothing', async () => {
    await visit('/silent')
    const socket = await page.waitForEvent('websocket')
    await socket.waitForEvent('framereceived')
    await page.getByText(QUESTION).waitFor()
    expect(asked.filter(path => /hosting|events|headless|element/.test(path))).toEqual([])
    await say('theme', 'dark')
    await page.waitForFunction(
      () => document.querySelector('[data-parla] > div')?.getAttribute('data-mode') === 'dark',
    )
    expect(asked.some(path => path.endsWith('/hosting.js'))).toBe(true)
  })

  test('[H1] hides the widget without a socket, and shows it again', async () => {
    await visit('/inline')
    const socket = await page.waitForEvent('websocket')
    await socket.waitForEvent('framereceived')
    const closed = socket.waitForEvent('close')
    await say('hide')
    await closed
    expect(await page.locator('[data-parla]').isVisible()).toBe(false)
    const again = page.waitForEvent('websocket')
    await say('show')
    await again
    await page.getByText(QUESTION).waitFor()
  })

  test('[H2] opens a modal from any element, and gives the focus back', async () => {
    await visit('/modal')
    await page.waitForFunction(() => 'parla' in window)
    const ask = page.getByRole('button', { name: 'Ask us' })
    await ask.click()
    const dialog = page.getByRole('dialog', { name: 'Talk with Lume' })
    await dialog.getByText(QUESTION).waitFor()
    expect(await page.getByRole('button', { name: 'Ask us' }).count()).toBe(1)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    expect(await ask.evaluate(button => button === document.activeElement)).toBe(true)
    await page.getByText('That one').click()
    await dialog.getByRole('heading', { name: QUESTION }).waitFor()
  })

  test('[H2] has one socket for all widgets of a page, each live, until the last has gone', async () => {
    const open = new Set<WebSocket>()
    await visit('/two', fresh =>
      fresh.on('websocket', socket => {
        open.add(socket)
        socket.on('close', () => open.delete(socket))
      }),
    )
    const inline = page.locator('[data-parla=inline]')
    const panel = page.getByRole('dialog', { name: 'Talk with Lume' })
    await page.getByRole('button', { name: 'Open conversations' }).click()
    for (const widget of [inline, panel]) await widget.getByText(QUESTION).waitFor()
    await expect.poll(() => open.size, { timeout: PATIENCE }).toBe(1)
    const post = async (body: string) => {
      const at = { key: `${brand.url}/two`, url: `${brand.url}/two` }
      app.clock.pass(1_000)
      return (await anna.run('thread.post', { page: at, kind: 'idea', body })).id
    }
    const made = [await post('Could it float?')]
    for (const widget of [inline, panel]) await widget.getByRole('button', { name: '1 new post' }).waitFor()
    await say('close')
    await panel.waitFor({ state: 'hidden' })
    made.push(await post('Could it sing?'))
    await inline.getByRole('button', { name: '2 new posts' }).waitFor()
    expect(open.size).toBe(1)
    await say('destroy')
    await expect.poll(() => open.size, { timeout: PATIENCE }).toBe(0)
    for (const id of made) await anna.run('message.delete', { id })
  })

  test('[H2] has an element that begins where it is put and ends where it is taken away', async () => {
    const [opened, open] = [new Set<WebSocket>(), new Set<WebSocket>()]
    await visit('/element', fresh =>
      fresh.on('websocket', socket => {
        opened.add(socket)
        open.add(socket)
        socket.on('close', () => open.delete(socket))
      }),
    )
    await page.getByText(QUESTION).waitFor()
    await hears('ready')
    await page.evaluate(() => document.querySelector('parla-widget')?.setAttribute('scope', 'page'))
    // Nobody has written of this page yet.
    await page.locator('parla-widget .nothing').waitFor()
    await expect.poll(() => open.size, { timeout: PATIENCE }).toBe(1)
    await page.evaluate(() => document.querySelector('parla-widget')?.remove())
    await expect.poll(() => open.size, { timeout: PATIENCE }).toBe(0)
    expect(opened.size).toBeGreaterThan(0)
    expect(await page.locator('[data-parla]').count()).toBe(0)
  })

  test('[H2] draws the conversations itself, and they stay live', async () => {
    await visit('/headless')
    await page.getByText(`${QUESTION} · 1`).waitFor()
    expect(await page.locator('[data-parla] section').count()).toBe(0)
    const ben = await app.visitor('Ben', { id: anna.parts.site } as never)
    await ben.run('vote.set', { id: thread, on: true })
    await page.getByText(`${QUESTION} · 2`).waitFor()
    await ben.run('vote.set', { id: thread, on: false })
    await page.getByText(`${QUESTION} · 1`).waitFor()
  })

  test.each([
    { what: 'as the browser tells it', native: true },
    { what: 'without a Navigation API', native: false },
  ])('[H3] goes to another address, $what: the page’s conversations follow', async ({ native }) => {
    await visit('/shop/lamp', fresh =>
      native ? Promise.resolve() : fresh.addInitScript(() => Reflect.deleteProperty(window, 'navigation')),
    )
    await page.getByText(QUESTION).waitFor()
    // The way a router does it: the address first, a while later what is drawn for it.
    await page.evaluate(() => {
      history.pushState({}, '', '/shop/chair')
      setTimeout(() => {
        const fresh = document.createElement('main')
        fresh.append(Object.assign(document.createElement('div'), { id: 'talk' }))
        document.querySelector('main')?.replaceWith(fresh)
      }, 50)
    })
    await page.locator('#talk').getByText('Does the chair fold?').waitFor()
    expect(await page.locator('#talk').getByText(QUESTION).count()).toBe(0)
    await page.goBack()
    await page.locator('#talk').getByText(QUESTION).waitFor()
  })

  test('[H3] makes its place later than the tag', async () => {
    await visit('/late')
    await page.waitForFunction(() => 'parla' in window)
    expect(await page.locator('[data-parla]').count()).toBe(0)
    await page.evaluate(() => {
      const slot = document.createElement('div')
      slot.id = 'talk'
      document.querySelector('main')?.append(slot)
    })
    await page.locator('#talk').getByText(QUESTION).waitFor()
  })

  test('[H4] is one widget, and the last asked for, where languages follow each other', async () => {
    await visit('/inline')
    await page.getByText(QUESTION).waitFor()
    await page.evaluate(() => {
      const { parla } = window as unknown as { parla: (name: string, changes: object) => void }
      for (const lang of ['it', 'fr', 'de']) parla('update', { lang })
    })
    await page.getByRole('textbox', { name: 'Deine Nachricht' }).waitFor()
    expect(await page.getByRole('textbox').count()).toBe(1)
    expect(await page.locator('[data-parla] > div').count()).toBe(1)
    await page.context().close()
  })

  test('[H5] says things in its own words, at no cost for those who do not', async () => {
    await visit('/own-words')
    await page.getByRole('heading', { name: 'Ask the makers of Lume' }).waitFor()
    await page.getByText('Puzzle', { exact: true }).first().waitFor()
    // What is no text is ours.
    await page.getByRole('textbox', { name: 'Your message' }).waitFor()
    await page.getByRole('button', { name: 'Me too, 1 person' }).first().waitFor()
    await say('update', { texts: { 'frame.title': 'Speak with {brand}' }, lang: 'it' })
    await page.getByRole('heading', { name: 'Speak with Lume' }).waitFor()
    await page.getByRole('textbox', { name: 'Il tuo messaggio' }).waitFor()
    const own = asked.filter(path => path.endsWith('/own-text.js'))
    expect(own.length).toBeGreaterThan(0)
    const { 'frame.title': listed } = await fetch(`${app.app.url}/texts/en.json`).then(answer =>
      answer.json(),
    )
    expect(listed).toBe('Talk with {brand}')
    expect(
      (await fetch(`${app.app.url}/parla.d.ts`).then(answer => answer.text())).includes('ParlaCommands'),
    ).toBe(true)
    await page.context().close()
    await visit('/silent')
    await page.getByText(QUESTION).waitFor()
    expect(asked.filter(path => /own-text|\+\//.test(path))).toEqual([])
  })

  test('[H4] has everything back after destroy, fifty times', async () => {
    await visit('/silent', fresh =>
      fresh.addInitScript(() => {
        const pending = new Set<unknown>()
        const counts = window as unknown as { pending: Set<unknown> }
        counts.pending = pending
        const { setTimeout: later, clearTimeout: stop, setInterval: often, clearInterval: end } = window
        Object.assign(window, {
          setTimeout: (run: () => void, ms?: number, ...given: unknown[]) => {
            const id = later(
              () => {
                pending.delete(id)
                run()
              },
              ms,
              ...given,
            )
            pending.add(id)
            return id
          },
          clearTimeout: (id: number) => {
            pending.delete(id)
            stop(id)
          },
          setInterval: (run: () => void, ms?: number) => {
            const id = often(run, ms)
            pending.add(id)
            return id
          },
          clearInterval: (id: number) => {
            pending.delete(id)
            end(id)
          },
        })
      }),
    )
    const sockets = new Set<unknown>()
    page.on('websocket', socket => {
      sockets.add(socket)
      socket.on('close', () => sockets.delete(socket))
    })
    const protocol = await page.context().newCDPSession(page)
    await protocol.send('Performance.enable')
    const count = async () => {
      await protocol.send('HeapProfiler.collectGarbage')
      const { metrics } = await protocol.send('Performance.getMetrics')
      const of = (name: string) => metrics.find(metric => metric.name === name)?.value ?? Number.NaN
      return { nodes: of('Nodes'), listeners: of('JSEventListeners') }
    }
    const source = await page.locator('script[data-site]').getAttribute('src')
    const mountAndUnmount = async () => {
      await page.getByText(QUESTION).waitFor()
      await say('update')
      await page.evaluate(
        () =>
          new Promise<void>(done => {
            const { parla } = window as unknown as { parla: (...all: unknown[]) => void }
            parla('ready', () => done())
          }),
      )
      await say('destroy')
      await page.waitForFunction(() => !document.querySelector('[data-parla]'))
    }
    const mount = () =>
      page.evaluate(
        ({ src, site }) => {
          document.querySelector('script')?.remove()
          const script = document.createElement('script')
          Object.assign(script, { src, async: true })
          Object.assign(script.dataset, { site, lang: 'en' })
          document.body.append(script)
        },
        { src: source ?? '', site: anna.parts.site },
      )
    await mountAndUnmount()
    await mount()
    await mountAndUnmount()
    const before = await count()
    for (let time = 0; time < 50; time++) {
      await mount()
      await mountAndUnmount()
    }
    await expect.poll(() => sockets.size, { timeout: PATIENCE }).toBe(0)
    await expect
      .poll(() => page.evaluate(() => (window as unknown as { pending: Set<unknown> }).pending.size), {
        timeout: PATIENCE,
      })
      .toBe(0)
    // A page that leaks one of anything per widget would be fifty above.
    await expect
      .poll(async () => (await count()).listeners - before.listeners, { timeout: PATIENCE })
      .toBeLessThan(10)
    await expect
      .poll(async () => (await count()).nodes - before.nodes, { timeout: PATIENCE })
      .toBeLessThan(50)
  }, 240_000)
})
