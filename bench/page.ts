import type { Browser } from 'playwright-core'
import { chromium } from 'playwright-core'
import { startTestApp, TEST_ORIGIN } from '../server/testing/test-app.ts'
import { startBrand } from '../test/browser/brand.ts'
import { findChromium } from '../test/services/chromium.ts'

/*
 * What the widget costs the page it stands on, at a quarter of this machine's speed, beside the same page without it:
 * `npm run bench:page`. Both take turns, so that a busy machine troubles both. Needs `npm run build` and Chromium.
 */

const ROUNDS = 9
const SLOWER = 4
const THREADS = 10
/** Milliseconds after which all that comes by itself has come. */
const SETTLED = 3_000

interface Visit {
  /** Milliseconds of the longest task. */
  longest: number
  /** Milliseconds beyond the 50 that a task may take, over all tasks. */
  blocked: number
  /** Milliseconds from the navigation to the first conversation; null where there is none. */
  readable: number | null
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

async function visit(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 720, height: 900 } })
  const page = await context.newPage()
  const wire = await context.newCDPSession(page)
  await wire.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  await page.addInitScript(() => {
    const seen = { tasks: [] as number[], readable: null as number | null }
    Object.assign(window, { seen })
    new PerformanceObserver(list => {
      for (const { duration } of list.getEntries()) seen.tasks.push(duration)
    }).observe({ type: 'longtask', buffered: true })
    const look = () => {
      const host = document.querySelector('[data-parla]')
      if (host?.firstElementChild?.shadowRoot?.querySelector('.card')) seen.readable = performance.now()
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
  await page.goto(url)
  await page.waitForTimeout(SETTLED)
  const seen = await page.evaluate(
    () => (window as unknown as { seen: { tasks: number[]; readable: number | null } }).seen,
  )
  await context.close()
  const blocked = seen.tasks.reduce((sum, duration) => sum + Math.max(0, duration - 50), 0)
  return { longest: Math.max(0, ...seen.tasks), blocked, readable: seen.readable }
}

const app = await startTestApp()
const text = '<p>A lamp is a lamp.</p>'.repeat(5)

/** A brand's page with a widget of ten conversations, and the same page without. */
async function standBrand() {
  const tag = (site: string) =>
    `<script async src="${app.app.url}/parla.js" data-lang="en" data-site="${site}"></script>`
  const bodies = { '/without': () => `<h1>Lume</h1>${text}`, '/with': () => '' }
  const brand = await startBrand(bodies)
  const site = await app.addSite('Lume', [brand.url, TEST_ORIGIN])
  bodies['/with'] = () => `<h1>Lume</h1>${text}${tag(site.id)}`
  const anna = await app.visitor('Anna', site)
  const page = { key: `${brand.url}/with`, url: `${brand.url}/with` }
  for (let i = 0; i < THREADS; i++) {
    const body = `Is lamp number ${i} waterproof? It stands on a balcony, where it rains now and then.`
    const { id } = await anna.run('thread.post', { page, kind: 'question', body })
    await anna.run('reply.post', { thread: id, body: 'Asking for a friend, who has the same.' })
  }
  return brand
}

const brand = await standBrand()
const executablePath = findChromium()
if (!executablePath) throw new Error('Chromium: install it')
const browser = await chromium.launch({ executablePath })
try {
  await visit(browser, `${brand.url}/with`)
  const visits: Record<'with' | 'without', Visit[]> = { with: [], without: [] }
  for (let i = 0; i < ROUNDS; i++) {
    for (const which of ['with', 'without'] as const)
      visits[which].push(await visit(browser, `${brand.url}/${which}`))
  }
  for (const which of ['without', 'with'] as const) {
    const all = visits[which]
    const of = (name: 'longest' | 'blocked' | 'readable') => all.map(one => one[name] ?? 0)
    process.stdout.write(
      `${which.padEnd(8)} longest task, ms: median ${median(of('longest')).toFixed(0)}, most ${Math.max(...of('longest')).toFixed(0)}` +
        ` · blocked, ms: median ${median(of('blocked')).toFixed(0)}` +
        (which === 'with' ? ` · readable after, ms: median ${median(of('readable')).toFixed(0)}` : '') +
        '\n',
    )
  }
} finally {
  await browser.close()
  await brand.close()
  await app.close()
}
