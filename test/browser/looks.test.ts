import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { TestApp } from '../../server/testing/test-app.ts'
import { startTestApp, TEST_ORIGIN } from '../../server/testing/test-app.ts'
import type { Mode } from '../../widget/looks/accent.ts'
import { deriveAccent } from '../../widget/looks/accent.ts'
import { launchBrowser } from '../services/browser.ts'
import { describeWith } from '../services/suites.ts'
import { startBrand } from './brand.ts'

const ACCENTS = [
  '#3b5bdb',
  '#1877f2',
  '#1db954',
  '#ff9900',
  '#fffc00',
  '#111111',
  '#e4002b',
  '#7f7f7f',
  '#00ffff',
]
/** What a page may set instead, by the names of the module. The build gives private properties names of its own. */
const TOKENS = {
  solid: '--parla-accent-solid',
  on: '--parla-on-accent',
  hover: '--parla-accent-hover',
  text: '--parla-accent-text',
  soft: '--parla-accent-soft',
} as const

describeWith('chromiumPath')('the looks', () => {
  let app: TestApp
  let brand: Awaited<ReturnType<typeof startBrand>>
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    expect(inject('buildFailure')).toBeNull()
    app = await startTestApp()
    let site = ''
    brand = await startBrand({
      '/': () =>
        `<script async src="${app.app.url}/parla.js" data-site="${site}" data-theme="match(html.dark)"></script>`,
    })
    site = (await app.addSite('Lume', [brand.url, TEST_ORIGIN])).id
    browser = await launchBrowser()
    page = await browser.newPage()
    await page.goto(brand.url)
    await page.waitForFunction(() =>
      document.querySelector('[data-mode]')?.shadowRoot?.querySelector('.widget'),
    )
  })
  afterAll(async () => {
    await browser?.close()
    await brand?.close()
    await app?.close()
  })

  const mode = () => page.evaluate(() => document.querySelector<HTMLElement>('[data-mode]')?.dataset.mode)
  const be = async (wanted: Mode) => {
    await page.evaluate(dark => document.documentElement.classList.toggle('dark', dark), wanted === 'dark')
    await page.waitForFunction(
      now => document.querySelector<HTMLElement>('[data-mode]')?.dataset.mode === now,
      wanted,
    )
  }

  test('[L4] follow the page’s own switch between light and dark', async () => {
    expect(await mode()).toBe('light')
    await be('dark')
    await be('light')
  })

  test.each(['light', 'dark'] as const)(
    '[L1] [L3] what CSS makes of an accent at the page’s root is what the module says, %s',
    async wanted => {
      await be(wanted)
      for (const accent of ACCENTS) {
        const drawn = await page.evaluate(
          ([accent, tokens]) => {
            document.documentElement.style.setProperty('--parla-accent', accent)
            const shadow = document.querySelector('[data-mode]')?.shadowRoot
            const root = shadow?.querySelector('.widget')
            const rules = (shadow?.adoptedStyleSheets ?? []).flatMap(sheet => [...sheet.cssRules])
            const css = rules.map(rule => rule.cssText).join(' ')
            const probe = document.createElement('i')
            root?.append(probe)
            const paint = new OffscreenCanvas(1, 1).getContext('2d') as OffscreenCanvasRenderingContext2D
            const found = Object.entries(tokens).map(([name, token]) => {
              const [, own] = new RegExp(`(--_\\w+): *var\\(${token},`).exec(css) ?? []
              probe.style.color = `var(${own})`
              paint.fillStyle = getComputedStyle(probe).color
              paint.fillRect(0, 0, 1, 1)
              return [name, [...paint.getImageData(0, 0, 1, 1).data.slice(0, 3)]]
            })
            probe.remove()
            return Object.fromEntries(found) as Record<string, number[]>
          },
          [accent, TOKENS] as const,
        )
        for (const [name, hex] of Object.entries(deriveAccent(accent, wanted) ?? {})) {
          const said = [1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16))
          const away = said.map((part, at) => Math.abs(part - (drawn[name]?.[at] ?? 999)))
          expect(Math.max(...away), `${accent} ${name}: ${said} drawn as ${drawn[name]}`).toBeLessThanOrEqual(
            2,
          )
        }
      }
    },
  )
})
