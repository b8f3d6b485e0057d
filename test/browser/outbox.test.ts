import type { Browser, BrowserContext, BrowserContextOptions, Page, Route } from 'playwright-core'
import { chromium } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import type { Frame } from '../../server/contract/feed.ts'
import type { Snapshot, ThreadDetail } from '../../server/contract/reads.ts'
import { newEpoch } from '../../server/store/feed.ts'
import type { TestApp } from '../../server/testing/test-app.ts'
import { startTestApp, TEST_ORIGIN } from '../../server/testing/test-app.ts'
import type { TestClient } from '../../server/testing/test-client.ts'
import { describeWith, provided } from '../services/suites.ts'
import { startBrand } from './brand.ts'
import { eventually } from './eventually.ts'
import { outboxOf } from './shelf.ts'

const QUESTION = 'Is the lamp waterproof?'
/** Tabs of one browser are to be equal within this time. */
const EQUAL_WITHIN = 2_000

describeWith('chromiumPath')('a visitor whose browser or network fails', () => {
  let app: TestApp
  let brand: Awaited<ReturnType<typeof startBrand>>
  let browser: Browser
  let anna: TestClient
  let thread: string
  let contexts: BrowserContext[]
  let complaints: string[]
  /** Commands by id, as often as they left a page. */
  let sent: string[]

  beforeAll(async () => {
    expect(inject('buildFailure')).toBeNull()
    app = await startTestApp()
    const tag = () =>
      `<script async src="${app.app.url}/parla.js" data-site="${anna.parts.site}" data-lang="en"></script>`
    brand = await startBrand({ '/': tag, '/elsewhere': () => 'Elsewhere' })
    browser = await chromium.launch({
      executablePath: provided('chromiumPath'),
      // Playwright turns it off, visitors have it.
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    })
  })
  afterAll(async () => {
    await browser?.close()
    await brand?.close()
    await app?.close()
  })
  beforeEach(async () => {
    contexts = []
    complaints = []
    sent = []
    anna = await app.visitor('Anna', await app.addSite('Lume', [brand.url, TEST_ORIGIN]))
    const page = { key: `${brand.url}/`, url: `${brand.url}/` }
    thread = (await anna.run('thread.post', { page, kind: 'question', body: QUESTION })).id
  })
  afterEach(async () => {
    for (const context of contexts) await context.close()
    expect(complaints).toEqual([])
  })

  const openBrowser = async (options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({ viewport: { width: 900, height: 900 }, ...options })
    context.setDefaultTimeout(10_000)
    contexts.push(context)
    return context
  }
  const visit = async (context: BrowserContext) => {
    const page = await context.newPage()
    page.on('pageerror', error => complaints.push(error.message))
    page.on('request', request => {
      if (request.method() === 'POST' && request.url().includes('/commands/'))
        sent.push(request.headers()['idempotency-key'] ?? '')
    })
    page.on('websocket', socket =>
      socket.on('framesent', ({ payload }) => {
        const id = /^42\d+\["command",\{"id":"([^"]+)"/.exec(String(payload))?.[1]
        if (id) sent.push(id)
      }),
    )
    await page.goto(brand.url)
    await page.getByRole('link', { name: QUESTION }).waitFor()
    return page
  }
  const post = async (page: Page, body: string) => {
    await page.getByRole('textbox', { name: 'Your message' }).fill(body)
    await page.getByRole('button', { name: 'Post', exact: true }).click()
  }
  /** The first post, with a name, until the server has it. */
  const postAs = async (page: Page, name: string, body: string) => {
    await post(page, body)
    await page.getByRole('textbox', { name: 'Name' }).fill(name)
    await page.getByRole('button', { name: 'Post', exact: true }).click()
    await page.getByRole('link', { name: body }).waitFor()
    await eventually(async () => (await titles()).includes(body) && !(await outboxOf(page)).length)
  }
  const reply = async (page: Page, body: string) => {
    await page.getByRole('textbox', { name: 'Your reply' }).fill(body)
    await page.getByRole('button', { name: 'Reply', exact: true }).last().click()
  }
  const queued = (page: Page) => page.getByText('Will be sent when you’re back online')
  const count = async (page: Page, title: string) => page.getByRole('link', { name: title }).count()
  const titles = async () => (await anna.get<Snapshot>('snapshot')).threads.map(row => row.title)
  const bodies = async () =>
    (await anna.get<ThreadDetail>(`threads/${thread}`)).replies.map(row => JSON.stringify(row.body))
  /** Once each: the same id leaves a page again only after a failure. */
  const expectNoneTwice = () => expect(sent).toEqual([...new Set(sent)])
  /** From now on, every number of times that the title was on screen. */
  const watchCount = (page: Page, title: string) =>
    page.evaluate(wanted => {
      const root = document.querySelector('div > div')?.shadowRoot as ShadowRoot
      const seen: number[] = []
      const look = () => {
        const n = [...root.querySelectorAll('li')].filter(item => item.textContent?.includes(wanted)).length
        if (seen.at(-1) !== n) seen.push(n)
      }
      look()
      new MutationObserver(look).observe(root, { childList: true, subtree: true, characterData: true })
      ;(window as unknown as { seen: number[] }).seen = seen
    }, title)
  const seenCounts = (page: Page) => page.evaluate(() => (window as unknown as { seen: number[] }).seen)

  test('[P1] has nothing stored before they act', async () => {
    const page = await visit(await openBrowser())
    await page.getByRole('link', { name: QUESTION }).click()
    await page
      .getByRole('button', { name: 'Back to all conversations' })
      .or(page.getByRole('link', { name: 'Back to all conversations' }))
      .first()
      .waitFor()
    expect(await page.evaluate(() => indexedDB.databases())).toEqual([])
    expect(await page.evaluate(() => localStorage.length)).toBe(0)
  })

  test('[C4] writes offline, and all is sent once and in order', async () => {
    const context = await openBrowser()
    const page = await visit(context)
    await postAs(page, 'Tom', 'Before the tunnel')
    await page.getByRole('link', { name: QUESTION }).click()
    await page.getByRole('textbox', { name: 'Your reply' }).waitFor()
    await context.setOffline(true)
    const texts = ['One', 'Two', 'Three', 'Four', 'Five']
    for (const text of texts) await reply(page, text)
    await page.getByRole('button', { name: /Me too/ }).click()
    await eventually(async () => (await queued(page).count()) === 5)
    expect(await bodies()).toEqual([])
    expect(await outboxOf(page)).toHaveLength(6)
    await context.setOffline(false)
    await eventually(async () => (await bodies()).length === 5)
    expect((await bodies()).map(body => texts.find(text => body.includes(text)))).toEqual(texts)
    await eventually(async () => (await queued(page).count()) === 0 && (await outboxOf(page)).length === 0)
    expect((await anna.get<ThreadDetail>(`threads/${thread}`)).thread.votes).toBe(2)
    for (const text of texts) expect(await page.getByText(text, { exact: true }).count()).toBe(1)
  })

  test('[C4] edits and deletes offline', async () => {
    const context = await openBrowser()
    const page = await visit(context)
    await postAs(page, 'Tom', 'Only to have a name')
    await page.getByRole('link', { name: QUESTION }).click()
    const message = (text: string) => page.getByRole('article').filter({ hasText: text }).last()
    const choose = async (text: string, choice: string) => {
      await message(text).getByRole('button', { name: 'More options' }).click()
      await page.getByRole('button', { name: choice, exact: true }).click()
    }
    for (const text of ['Frist words', 'Soon gone']) await reply(page, text)
    await eventually(async () => (await bodies()).length === 2)
    // No menu was opened yet; what it offers, and what stands for what is deleted, comes after the network has gone for the
    // first time.
    await context.setOffline(true)
    await page.getByText('You’re offline').waitFor({ state: 'attached' })
    await context.setOffline(false)
    await page.waitForFunction(() => {
      const loaded = performance.getEntriesByType('resource').map(({ name }) => name.split('/').at(-1))
      return ['deeds.js', 'menu-list.js', 'instead.js', 'edit-form.js'].every(file => loaded.includes(file))
    })
    await context.setOffline(true)
    await choose('Soon gone', 'Delete')
    await choose('Frist words', 'Edit')
    await page.getByRole('textbox', { name: 'Edit' }).fill('First words')
    await page.getByRole('button', { name: 'Save changes' }).click()
    await page.getByText('First words').waitFor()
    await queued(page).waitFor()
    await page.getByText('Message deleted').waitFor()
    expect((await bodies()).join()).toContain('Frist words')
    await context.setOffline(false)
    await eventually(async () => (await bodies()).join().includes('First words'))
    await eventually(async () => (await anna.get<ThreadDetail>(`threads/${thread}`)).thread.replies === 1)
    await eventually(async () => (await queued(page).count()) === 0)
    await page.getByText('First words').waitFor()
  })

  for (const fate of ['has not arrived', 'has arrived, but its answer was lost'] as const) {
    test(`[C3] finds a message after a reload that ${fate}, at once and always once`, async () => {
      const context = await openBrowser()
      let isCut = false
      await context.routeWebSocket(/live/, socket => {
        if (isCut) socket.close()
        else socket.connectToServer()
      })
      const cut = async (route: Route) => {
        if (!isCut) return route.continue()
        if (fate !== 'has not arrived') await route.fetch().catch(() => {})
        await route.abort().catch(() => {})
      }
      await context.route('**/commands/**', cut)
      // Nor do long polls tell what the answer would have.
      await context.route('**/changes?*', route => (isCut ? route.abort() : route.continue()))
      const page = await visit(context)
      await postAs(page, 'Tom', 'Before')
      isCut = true
      await page.reload()
      await page.getByRole('link', { name: QUESTION }).waitFor()
      await post(page, 'Written in a storm')
      await eventually(async () => (await queued(page).count()) === 1)
      expect((await titles()).includes('Written in a storm')).toBe(fate !== 'has not arrived')
      await page.reload()
      await page.getByRole('link', { name: 'Written in a storm' }).waitFor()
      await watchCount(page, 'Written in a storm')
      await eventually(async () => (await queued(page).count()) === 1 || (await outboxOf(page)).length === 0)
      isCut = false
      await page.evaluate(() => dispatchEvent(new Event('online')))
      await eventually(async () => (await outboxOf(page)).length === 0)
      await eventually(async () => (await queued(page).count()) === 0)
      expect(await seenCounts(page)).toEqual([1])
      expect((await titles()).filter(title => title === 'Written in a storm')).toHaveLength(1)
      await page.reload()
      await page.getByRole('link', { name: 'Written in a storm' }).waitFor()
      expect(await count(page, 'Written in a storm')).toBe(1)
    })
  }

  test('[C4] finds a message again after the tab has crashed', async () => {
    const context = await openBrowser()
    const page = await visit(context)
    await postAs(page, 'Tom', 'Before the crash')
    await context.setOffline(true)
    await post(page, 'Typed for an hour')
    await eventually(async () => (await queued(page).count()) === 1)
    const crashed = page.waitForEvent('crash')
    page.goto('chrome://crash').catch(() => {})
    await crashed
    await page.close()
    await context.setOffline(false)
    const again = await visit(context)
    await again.getByRole('link', { name: 'Typed for an hour' }).waitFor()
    await eventually(async () => (await titles()).includes('Typed for an hour'))
    expect(await count(again, 'Typed for an hour')).toBe(1)
  })

  test('[C4] has one sender and one picture in two tabs', async () => {
    const context = await openBrowser()
    let isCut = false
    await context.route('**/commands/**', route => (isCut ? route.abort() : route.continue()))
    await context.routeWebSocket(/live/, socket => {
      if (isCut) socket.close()
      else socket.connectToServer()
    })
    const [here, there] = [await visit(context), await visit(context)]
    await postAs(here, 'Tom', 'The first of all')
    await there.getByRole('textbox', { name: 'Your message' }).focus()
    await there.getByText('Posting as').waitFor({ timeout: EQUAL_WITHIN })

    isCut = true
    await Promise.all([here, there].map(page => page.reload()))
    for (const page of [here, there]) await page.getByRole('link', { name: QUESTION }).waitFor()
    await post(here, 'From here')
    await there.getByRole('link', { name: 'From here' }).waitFor({ timeout: EQUAL_WITHIN })
    await post(there, 'From there')
    await here.getByRole('link', { name: 'From there' }).waitFor({ timeout: EQUAL_WITHIN })
    for (const page of [here, there])
      await eventually(async () => (await queued(page).count()) === 2, EQUAL_WITHIN)
    await there.getByRole('textbox', { name: 'Your message' }).focus()
    await here.getByRole('textbox', { name: 'Your message' }).fill('Half a thou')
    await eventually(
      async () => (await there.getByRole('textbox', { name: 'Your message' }).inputValue()) === 'Half a thou',
      EQUAL_WITHIN,
    )

    isCut = false
    sent = []
    for (const page of [here, there]) await page.evaluate(() => dispatchEvent(new Event('online')))
    await eventually(async () => (await outboxOf(here)).length === 0)
    for (const page of [here, there]) {
      await eventually(async () => (await queued(page).count()) === 0, EQUAL_WITHIN)
      expect([await count(page, 'From here'), await count(page, 'From there')]).toEqual([1, 1])
    }
    expectNoneTwice()
    expect((await titles()).sort()).toEqual(['From here', 'From there', QUESTION, 'The first of all'].sort())
  })

  test('[C4] is one person in two tabs that act for the first time together', async () => {
    const context = await openBrowser()
    const [here, there] = [await visit(context), await visit(context)]
    const names = there.getByRole('textbox', { name: 'Name' })
    await post(there, 'Who am I?')
    await names.fill('Tom')
    await Promise.all([
      here.getByRole('button', { name: /Me too/ }).click(),
      there.getByRole('button', { name: 'Post', exact: true }).click(),
    ])
    await there.getByRole('link', { name: 'Who am I?' }).waitFor()
    await eventually(async () => (await outboxOf(here)).length === 0 && (await titles()).length === 2)
    const session = (page: Page) =>
      page.evaluate(site => localStorage.getItem(`parla:${site}`), anna.parts.site)
    await eventually(async () => (await session(here))?.includes('"Tom"'))
    expect(await session(there)).toBe(await session(here))
    const { id } = JSON.parse((await session(here)) ?? '')
    const threads = async () => (await anna.get<Snapshot>('snapshot')).threads
    await eventually(async () => (await threads()).find(row => row.title === QUESTION)?.votes === 2)
    expect((await threads()).find(row => row.title === 'Who am I?')?.author).toMatchObject({
      id,
      name: 'Tom',
    })
    for (const page of [here, there]) {
      await page.reload()
      await page.getByRole('button', { name: /Me too, 2/, pressed: true }).waitFor()
    }
  })

  test('[C4] keeps the name that is given while another tab makes the key of both', async () => {
    const context = await openBrowser()
    const [here, there] = [await visit(context), await visit(context)]
    const held: Route[] = []
    await here.route('**/devices', route => void held.push(route))
    await here.getByRole('button', { name: /Me too/ }).click()
    await eventually(() => held.length)
    await post(there, 'Who am I?')
    await there.getByRole('textbox', { name: 'Name' }).fill('Tom')
    await there.getByRole('button', { name: 'Post', exact: true }).click()
    const nameIn = (page: Page) =>
      page.evaluate(site => JSON.parse(localStorage[`parla:${site}`] ?? '{}').name, anna.parts.site)
    await eventually(async () => (await nameIn(here)) === 'Tom')

    await held[0]?.continue()
    await eventually(async () => (await titles()).includes('Who am I?'))
    for (const page of [here, there]) {
      await page.getByRole('button', { name: /Me too, 2/, pressed: true }).waitFor()
      await page.getByRole('textbox', { name: 'Your message' }).focus()
      await page.getByText('Posting as Tom').waitFor()
      expect(await nameIn(page)).toBe('Tom')
    }
    const { threads } = await anna.get<Snapshot>('snapshot')
    expect(threads.find(row => row.title === 'Who am I?')?.author.name).toBe('Tom')
  })

  test('[W2] sends once what a copy of the browser has in its outbox too', async () => {
    const context = await openBrowser()
    const page = await visit(context)
    await postAs(page, 'Tom', 'Before the copy')
    await context.setOffline(true)
    await post(page, 'Copied with all the rest')
    await eventually(async () => (await queued(page).count()) === 1)
    const storageState = await context.storageState({ indexedDB: true })
    const copy = await visit(await openBrowser({ storageState }))
    await copy.getByRole('link', { name: 'Copied with all the rest' }).waitFor()
    await eventually(async () => (await titles()).length === 3)
    await context.setOffline(false)
    await eventually(async () => (await outboxOf(copy)).length + (await outboxOf(page)).length === 0)
    await post(copy, 'New in the copy')
    await post(page, 'New in the original')
    const news = ['New in the copy', 'New in the original']
    await eventually(async () => (await titles()).filter(title => news.includes(title)).length === 2)
    expect((await titles()).sort()).toEqual(
      [...news, 'Before the copy', 'Copied with all the rest', QUESTION].sort(),
    )
  })

  test('[C4] writes on where storage is blocked', async () => {
    const context = await openBrowser()
    await context.addInitScript(() => {
      for (const name of ['localStorage', 'indexedDB', 'sessionStorage'])
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('Denied', 'SecurityError')
          },
        })
    })
    const page = await visit(context)
    await postAs(page, 'Tom', 'From memory')
    await context.setOffline(true)
    await post(page, 'And offline')
    await eventually(async () => (await queued(page).count()) === 1)
    await context.setOffline(false)
    await eventually(async () => (await titles()).length === 3)
    expect(await count(page, 'And offline')).toBe(1)
  })

  test('[C4] has one sender where the browser has no locks and its clock is set back', async () => {
    const context = await openBrowser()
    await context.addInitScript(() => Object.defineProperty(navigator, 'locks', { value: undefined }))
    const [here, there] = [await visit(context), await visit(context)]
    await postAs(here, 'Tom', 'Without a lock')
    await eventually(async () => (await outboxOf(here)).length === 0)
    for (const page of [here, there]) await page.clock.setSystemTime(new Date('2001-02-03'))
    await here.evaluate(() => {
      const lease = JSON.stringify({ by: 'a tab that crashed', at: Date.now() + 3_600_000 })
      const site = Object.keys(localStorage)
        .find(key => key.endsWith(':seen'))
        ?.slice(0, -5)
      localStorage.setItem(`${site}:lease`, lease)
    })
    await Promise.all([post(here, 'From here'), there.getByText('Posting as').count()])
    await eventually(async () => (await titles()).length === 3)
    await there
      .getByRole('link', { name: 'From here' })
      .or(there.getByRole('button', { name: /new post/ }))
      .first()
      .waitFor()
    expectNoneTwice()
  })

  test('[F6] follows by long polls where WebSockets are blocked, and returns to the socket', async () => {
    const context = await openBrowser()
    let isBlocked = true
    let sockets = 0
    await context.routeWebSocket(/live/, socket => {
      sockets++
      if (isBlocked) socket.close()
      else socket.connectToServer()
    })
    const polled = context.waitForEvent('request', {
      predicate: request => /changes.*wait=/.test(request.url()),
      timeout: 30_000,
    })
    const page = await visit(context)
    await polled
    expect(sockets).toBeGreaterThanOrEqual(2)
    await anna.run('reply.post', { thread, body: 'Heard by post' })
    await page.getByText('1 reply').waitFor({ timeout: EQUAL_WITHIN })
    expect(await page.getByText(/Reconnecting|paused/).count()).toBe(0)
    isBlocked = false
    const polls: string[] = []
    const before = sockets
    await eventually(() => sockets > before, 15_000)
    page.on('request', request => request.url().includes('wait=') && polls.push(request.url()))
    await anna.run('reply.post', { thread, body: 'Heard by wire' })
    await page.getByText('2 replies').waitFor({ timeout: EQUAL_WITHIN })
    expect(polls.length).toBeLessThanOrEqual(1)
  })

  test('[F8] asks for what a half-dead line has swallowed as soon as a beacon shows it', async () => {
    const context = await openBrowser()
    let isHalfDead = false
    let swallowed: Frame | undefined
    let beacon = () => {}
    let drain = () => {}
    let sockets = 0
    await context.routeWebSocket(/live/, socket => {
      sockets++
      const server = socket.connectToServer()
      server.onMessage(message => {
        const frame = /^42\["frame",(.*)\]$/s.exec(String(message))?.[1]
        if (isHalfDead && frame) swallowed = JSON.parse(frame)
        else socket.send(message)
      })
      beacon = () =>
        socket.send(`42${JSON.stringify(['beacon', { epoch: swallowed?.epoch, head: swallowed?.to }])}`)
      drain = () => socket.send(`42${JSON.stringify(['drain', { comeBackIn: 500 }])}`)
    })
    const page = await visit(context)
    await eventually(() => sockets === 1)
    await anna.run('reply.post', { thread, body: 'Before' })
    await page.getByText('1 reply').waitFor()
    isHalfDead = true
    await anna.run('reply.post', { thread, body: 'Swallowed' })
    await eventually(() => swallowed)
    expect(await page.getByText('2 replies').count()).toBe(0)
    beacon()
    await page.getByText('2 replies').waitFor({ timeout: 4_000 })

    isHalfDead = false
    const began = performance.now()
    drain()
    await eventually(() => sockets === 2)
    expect(performance.now() - began).toBeGreaterThan(400)
    expect(await page.getByText(/Reconnecting|paused/).count()).toBe(0)
  })

  test('[F10] keeps scroll, focus and draft when the server begins a new epoch', async () => {
    for (let n = 0; n < 9; n++) await anna.run('reply.post', { thread, body: `Line ${n}\n\nof many` })
    const page = await visit(await openBrowser())
    await page.getByRole('link', { name: QUESTION }).click()
    const box = page.getByRole('textbox', { name: 'Your reply' })
    await box.fill('Half a rep')
    const place = () =>
      page.evaluate(() => [scrollY, document.activeElement?.shadowRoot?.activeElement?.localName])
    await eventually(async () => ((await place())[0] as number) > 0)
    const before = await place()
    await app.app.store.write(db => newEpoch(db, anna.parts.site).execute())
    await anna.run('reply.post', { thread, body: 'Of the new epoch' })
    await page
      .getByRole('button', { name: '1 new reply' })
      .or(page.getByText('Of the new epoch'))
      .first()
      .waitFor()
    expect(await place()).toEqual(before)
    expect(await box.inputValue()).toBe('Half a rep')
  })

  test('comes back as they left it, and catches up', async () => {
    const context = await openBrowser()
    const heard = context
      .waitForEvent('page')
      .then(opened => opened.waitForEvent('websocket'))
      .then(socket => socket.waitForEvent('framereceived'))
    const page = await visit(context)
    await page.evaluate(() => {
      addEventListener('pageshow', event => {
        ;(window as unknown as { kept: boolean }).kept = event.persisted
      })
    })
    await heard
    await page.goto(`${brand.url}/elsewhere`)
    await anna.run('reply.post', { thread, body: 'Meanwhile' })
    await page.goBack({ waitUntil: 'commit' })
    expect(await page.evaluate(() => (window as unknown as { kept?: boolean }).kept)).toBe(true)
    await page.getByText('1 reply').waitFor({ timeout: EQUAL_WITHIN })
  })

  for (const year of [2001, 2061]) {
    test(`[R4] lives and writes with the clock in ${year}`, async () => {
      const context = await openBrowser()
      await context.clock.setSystemTime(new Date(`${year}-01-01`))
      const page = await visit(context)
      await anna.run('reply.post', { thread, body: 'For the lost in time' })
      await page.getByText('1 reply').waitFor()
      await postAs(page, 'Tom', 'What year is it?')
      await context.setOffline(true)
      await post(page, 'And this one?')
      await eventually(async () => (await queued(page).count()) === 1)
      await context.clock.setSystemTime(new Date('1999-12-31'))
      await context.setOffline(false)
      await eventually(async () => (await titles()).length === 3)
      expect(await titles()).toEqual(['And this one?', 'What year is it?', QUESTION])
      expect(await page.getByText(/-\d+ (min|h|day|yr)/).count()).toBe(0)
    })
  }
})
