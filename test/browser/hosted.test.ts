import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject, it } from 'vitest'
import { pngOf } from '../../server/images/pictures.fixture.ts'
import type { SiteRow } from '../../server/store/rows.ts'
import { createVisitor } from '../../server/testing/people.ts'
import type { TestApp } from '../../server/testing/test-app.ts'
import { startTestApp } from '../../server/testing/test-app.ts'
import { TestClient } from '../../server/testing/test-client.ts'
import { launchBrowser } from '../services/browser.ts'
import { describeWith } from '../services/suites.ts'
import { startBrand } from './brand.ts'
import { HOSTILE } from './hostile-texts.ts'

const WIDTHS = [280, 360, 720, 1080]
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const WORDS = {
  en: 'Does the lamp remember how bright it was? I read at night',
  it: 'La lampada ricorda quanto era luminosa? Leggo di notte',
  ar: 'هل يتذكر المصباح مدى سطوعه؟ أقرأ ليلًا',
}
/** All that a text can be, and a word and a line that are too long for any screen. */
const RICH = `${'Lampenschirmbefestigungsschraube'.repeat(4)}

- **one** and *two*
- \`npm run --with a-very-long-argument-that-has-no-end-and-goes-on-and-on-for-ever\`

> a quote

\`\`\`
${'a line of code that is longer than any window, '.repeat(6)}
\`\`\`

https://acme.example/${'a'.repeat(120)}`

describeWith('chromiumPath')('the hosted pages', () => {
  let app: TestApp
  let site: SiteRow
  let brand: Awaited<ReturnType<typeof startBrand>>
  let browser: Browser
  let complaints: string[] = []

  beforeAll(async () => {
    expect(inject('buildFailure')).toBeNull()
    app = await startTestApp()
    brand = await startBrand({
      '/': () => `<h1>Lume</h1>
        <script async src="${app.app.url}/parla.js" data-lang="en" data-site="${site.id}"></script>
        <noscript><p><a href="${app.app.url}/c/${site.id}">Conversations with Lume</a></p></noscript>`,
    })
    site = await app.addSite('Lume', [brand.url, 'https://lume.example'])
    browser = await launchBrowser()
  })
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close()
    complaints = []
  })
  afterAll(async () => {
    await browser?.close()
    await brand?.close()
    await app?.close()
  })

  const enter = async (wishes: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 720, height: 900 }, ...wishes })
    const page = await context.newPage()
    page.on('pageerror', error => complaints.push(error.message))
    page.on('dialog', dialog => complaints.push(dialog.message()))
    page.on('console', message => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
    })
    page.on('request', request => {
      if (request.url().includes('evil.example')) complaints.push(request.url())
    })
    return page
  }
  /** A visitor whose name nobody has looked at. */
  const someone = async (name: string, of: SiteRow) => {
    const { token } = await createVisitor(app.app.store, of, name, app.clock.now())
    return new TestClient({ url: app.app.url, origin: 'https://lume.example', site: of.id, token })
  }
  const post = async (body: string) => {
    const anna = await someone('Anna', site)
    const page = { key: `${brand.url}/`, url: `${brand.url}/` }
    return (await anna.run('thread.post', { page, kind: 'question', body })).id
  }

  it('[Q9] are reached from the brand’s page without a script, and lead back to it', async () => {
    const thread = await post(WORDS.en)
    const page = await enter({ javaScriptEnabled: false })
    await page.goto(brand.url)
    await page.getByRole('link', { name: 'Conversations with Lume' }).click()
    await page.getByRole('heading', { level: 1, name: 'Conversations with Lume' }).waitFor()
    await page.getByRole('link', { name: 'Does the lamp remember how bright it was?' }).click()
    await page.getByText('I read at night').waitFor()
    expect(page.url()).toBe(`${app.app.url}/c/${site.id}/${thread}`)
    await page.getByRole('link', { name: /^Take part on/ }).click()
    expect(page.url()).toBe(`${brand.url}/#parla-${thread}`)
    expect(complaints).toEqual([])
  })

  it('[Q9] are offered where the widget cannot load, and nothing breaks where not even that can', async () => {
    await post(WORDS.en)
    const page = await enter()
    await page.route('**/snapshot*', route => route.abort())
    await page.goto(brand.url)
    const said = page.getByRole('alert')
    await said.waitFor()
    await page.getByRole('link', { name: 'Read them on their own page' }).click()
    await page.getByRole('heading', { level: 1, name: 'Conversations with Lume' }).waitFor()

    const poor = await enter()
    await poor.route('**/snapshot*', route => route.abort())
    const asked = poor.waitForRequest(request => request.url().includes('elsewhere'))
    await poor.route('**/*elsewhere*', route => route.abort())
    await poor.goto(brand.url)
    await asked
    await poor.getByRole('alert').waitFor()
    expect(await poor.getByRole('link', { name: 'Read them on their own page' }).count()).toBe(0)
    await poor.unroute('**/snapshot*')
    await poor.getByRole('button', { name: 'Try again' }).click()
    await poor.getByRole('link', { name: 'Does the lamp remember how bright it was?' }).first().waitFor()
  })

  it('[Q4] run nothing of what people write, and are whole after it', async () => {
    const own = await app.addSite('</title><script>window.hit=1</script>', ['https://lume.example'])
    const plain = await someone('Anna', own)
    const where = { key: 'https://lume.example/', url: 'https://lume.example/' }
    const begin = { page: where, kind: 'question' as const }
    const { id } = await plain.run('thread.post', { ...begin, body: HOSTILE.slice(0, 12).join('\n\n') })
    for (const text of HOSTILE) {
      const writer = await someone(text, own)
      await writer.run('reply.post', { thread: id, body: text })
      await writer.run('thread.post', { ...begin, body: text })
    }
    const page = await enter()
    const home = `${app.app.url}/c/${own.id}`
    for (const start of [home, `${home}/${id}`]) {
      let next: string | null = start
      let pages = 0
      while (next) {
        await page.goto(next)
        const facts = await page.evaluate(() => ({
          hit: (window as { hit?: unknown }).hit ?? null,
          strangers: document.querySelectorAll(
            'iframe, object, embed, form, input, base, style, video, marquee, xss',
          ).length,
          footers: document.querySelectorAll('body > footer').length,
          scripts: [...document.scripts].map(script => script.type),
          data: [...document.scripts].map(script => typeof JSON.parse(script.text)),
        }))
        expect(facts).toMatchObject({ hit: null, strangers: 0, footers: 1 })
        expect(facts.scripts).toEqual(facts.data.map(() => 'application/ld+json'))
        next = await page
          .locator('a[rel=next]')
          .evaluateAll(links => (links[0] as HTMLAnchorElement | undefined)?.href ?? null)
        pages++
      }
      expect(pages).toBeGreaterThan(1)
    }
    const feed = await (await fetch(`${home}/feed.xml`)).text()
    const root = await page.evaluate(
      text => new DOMParser().parseFromString(text, 'application/xml').documentElement.localName,
      feed,
    )
    expect(root).toBe('feed')
    expect(complaints).toEqual([])
  })

  it.each(['en', 'it', 'ar'] as const)(
    '[Q6] are sound, and no wider than the window, light and dark: %s',
    async locale => {
      const addresses = await furnish(locale)
      const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
      const findings: string[] = []
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await enter({ colorScheme })
        for (const address of addresses)
          for (const width of WIDTHS) {
            await page.setViewportSize({ width, height: 900 })
            await page.goto(app.app.url + address)
            const where = `${address} ${width} ${colorScheme}`
            const room = await page.evaluate(
              () => [document.documentElement.scrollWidth, innerWidth] as const,
            )
            if (room[0] > room[1]) findings.push(`${where} is ${room[0]} wide`)
            findings.push(
              ...(await barriers(page, axe, { where, rules: width === 280 ? 'all' : 'changing' })),
            )
          }
      }
      expect(findings.join('\n')).toBe('')
      // Browsers say so of pages that are not there.
      expect(complaints.filter(text => !/status of 4(04|10)/.test(text))).toEqual([])
    },
  )

  /** A site in that language, with all there can be on its pages. Answers their addresses. */
  const furnish = async (locale: keyof typeof WORDS): Promise<string[]> => {
    const own = await app.addSite('Lume & Figli', ['https://lume.example'])
    const giulia = await app.staff('Giulia', 'owner', own)
    const [anna, tom] = [await someone('Anna R.', own), await someone('توم', own)]
    await giulia.run('site.configure', { locale, look: { accent: '#f2c94c' } })
    const where = { key: 'https://lume.example/', url: 'https://lume.example/lamp', title: 'Lamp' }
    const begin = { page: where, language: locale }
    const images = [{ id: await anna.upload(pngOf(40, 30)), alt: '' }]
    const body = `${WORDS[locale]}\n\n${RICH}`
    const question = (await anna.run('thread.post', { ...begin, kind: 'question', body, images })).id
    await giulia.run('thread.label', { thread: question, label: 'brightness', on: true })
    await tom.run('vote.set', { id: question, on: true })
    const answer = (await giulia.run('reply.post', { thread: question, body: `${WORDS[locale]}\n\n${RICH}` }))
      .id
    const replying = { thread: question, body: WORDS.ar, to: answer }
    const gone = (await tom.run('reply.post', replying)).id
    await tom.run('reply.post', { ...replying, body: `@[Giulia](${giulia.personId}) ${RICH}` })
    await anna.run('answer.accept', { reply: answer, on: true })
    await giulia.run('answer.official', { reply: answer, on: true })
    await giulia.run('message.hide', { id: gone, reason: 'off topic' })
    const idea = (await anna.run('thread.post', { ...begin, kind: 'idea', body: WORDS.en })).id
    await giulia.run('thread.status', { thread: idea, status: 'declined', reason: WORDS[locale] })
    const praise = (await anna.run('thread.post', { ...begin, kind: 'praise', body: WORDS.it })).id
    await giulia.run('thread.lock', { thread: praise, on: true })
    const removed = (await anna.run('thread.post', { ...begin, kind: 'problem', body: RICH })).id
    await giulia.run('message.hide', { id: removed, reason: WORDS[locale] })
    for (let i = 0; i < 20; i++)
      await tom.run('thread.post', { ...begin, kind: 'problem', body: `${i} ${RICH}` })
    const ids = ['', ...[question, idea, praise, removed, 't_none'].map(id => `/${id}`)]
    return ids.map(id => `/c/${own.id}${id}`)
  }
})

/** What depends on theme or width alone. */
const CHANGING = ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable']

/** What axe finds: one line for each element. */
async function barriers(
  page: Page,
  axe: string,
  { where, rules }: { where: string; rules: 'all' | 'changing' },
): Promise<string[]> {
  await page.evaluate(axe)
  const found = await page.evaluate(
    async options => {
      const { axe } = window as unknown as { axe: { run(how: RunOptions): Promise<AxeResults> } }
      const { violations } = await axe.run(options)
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary}`),
      )
    },
    rules === 'all'
      ? ({ runOnly: { type: 'tag', values: TAGS }, rules: { 'target-size': { enabled: true } } } as const)
      : ({ runOnly: { type: 'rule', values: CHANGING } } as const),
  )
  return found.map(finding => `${where}: ${finding}`)
}
