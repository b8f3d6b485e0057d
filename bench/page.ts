import type { Browser, Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import { startTestApp, TEST_ORIGIN } from '../server/testing/test-app.ts'
import { startBrand } from '../test/browser/brand.ts'
import { findChromium } from '../test/services/chromium.ts'

/*
 * What the widget costs the page it stands on, at a quarter of this machine's speed, beside the same page without it:
 * `npm run bench:page`. Both take turns, so that a busy machine troubles both. Needs `npm run build` and Chromium.
 *
 * Two figures tell how long a page cannot answer: by the clock, as the browser reports long tasks, and in processor time,
 * which leaves out what a task waited for while the machine was busy with others: the server, and the browser's other
 * processes.
 */

const ROUNDS = 20
const SLOWER = 4
const THREADS = 10
/** Milliseconds after which all that comes by itself has come. */
const SETTLED = 3_000

interface Visit {
  /** Milliseconds of the longest task, by the clock; 0 if none took 50. */
  longest: number
  /** Of those that ended after the widget's script had come, or of all where there is none. */
  longestSince: number
  /** Milliseconds beyond the 50 that a task may take, over all tasks. */
  blocked: number
  /** Milliseconds from the navigation to the first conversation; null where there is none. */
  readable: number | null
}

/** What a page notes of itself; milliseconds since the navigation. */
interface Seen {
  tasks: { ended: number; duration: number }[]
  readable: number | null
}

/** One task; milliseconds by the clock, and of processor time. */
interface Task {
  took: number
  worked: number
}

/** As a trace has it; times in microseconds, `tdur` in processor time. */
interface TraceEvent {
  name: string
  pid: number
  tid: number
  ts: number
  dur?: number
  tdur?: number
  args?: { data?: { url?: string } }
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

async function slowPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 720, height: 900 } })
  const page = await context.newPage()
  const wire = await context.newCDPSession(page)
  await wire.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  return page
}

/** All tasks after the page has begun. */
async function trace(browser: Browser, url: string): Promise<Task[]> {
  const page = await slowPage(browser)
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] })
  await page.goto(url)
  await page.waitForTimeout(SETTLED)
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: TraceEvent[]
  }
  await page.context().close()
  const begun = traceEvents.find(({ name, args }) => name === 'CommitLoad' && args?.data?.url === url)
  if (!begun) throw new Error(`The trace does not know ${url}`)
  return traceEvents
    .filter(
      ({ name, pid, tid, ts }) =>
        name.endsWith('RunTask') && pid === begun.pid && tid === begun.tid && ts > begun.ts,
    )
    .map(({ dur = 0, tdur = 0 }) => ({ took: dur / 1_000, worked: tdur / 1_000 }))
}

async function visit(browser: Browser, url: string): Promise<Visit> {
  const page = await slowPage(browser)
  await page.addInitScript(() => {
    const seen: Seen = { tasks: [], readable: null }
    Object.assign(window, { seen })
    new PerformanceObserver(list => {
      for (const { startTime, duration } of list.getEntries())
        seen.tasks.push({ ended: startTime + duration, duration })
    }).observe({ type: 'longtask', buffered: true })
    const look = () => {
      const host = document.querySelector('[data-parla]')
      if (host?.firstElementChild?.shadowRoot?.querySelector('.cards:not([hidden]) .card'))
        seen.readable = performance.now()
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
  await page.goto(url)
  await page.waitForTimeout(SETTLED)
  const { tasks, readable, arrived } = await page.evaluate(() => {
    const { seen } = window as unknown as { seen: Seen }
    const scripts = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
    return { ...seen, arrived: scripts.find(({ name }) => name.endsWith('/parla.js'))?.responseEnd ?? 0 }
  })
  await page.context().close()
  const longestOf = (some: typeof tasks) => Math.max(0, ...some.map(({ duration }) => duration))
  return {
    longest: longestOf(tasks),
    longestSince: longestOf(tasks.filter(({ ended }) => ended > arrived)),
    blocked: tasks.reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0),
    readable,
  }
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
  const traces: Record<'with' | 'without', Task[][]> = { with: [], without: [] }
  for (let i = 0; i < ROUNDS; i++) {
    for (const which of ['with', 'without'] as const) {
      visits[which].push(await visit(browser, `${brand.url}/${which}`))
      traces[which].push(await trace(browser, `${brand.url}/${which}`))
    }
  }
  for (const which of ['without', 'with'] as const) {
    const all = visits[which]
    const of = (name: 'longest' | 'blocked' | 'readable') => all.map(one => one[name] ?? 0)
    const worked = traces[which].map(tasks => Math.max(...tasks.map(task => task.worked)))
    const waited = traces[which].flat().filter(({ took }) => took > 50)
    const longer = (name: 'longest' | 'longestSince') => all.filter(one => one[name] > 50).length
    const most = (values: readonly number[]) => Math.max(...values).toFixed(0)
    process.stdout.write(
      `${which.padEnd(8)} longest task, ms: by the clock median ${median(of('longest')).toFixed(0)}, most ${most(of('longest'))}` +
        ` · over 50 in ${longer('longest')} of ${ROUNDS} visits` +
        (which === 'with' ? `, ${longer('longestSince')} since its script had come` : '') +
        ` · of processor time median ${median(worked).toFixed(0)}, most ${most(worked)}` +
        ` (of ${waited.length} that took over 50, traced: most ${most([0, ...waited.map(task => task.worked)])})` +
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
