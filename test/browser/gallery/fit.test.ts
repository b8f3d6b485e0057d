import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeWith } from '../../services/suites.ts'
import type { Exhibition } from './exhibition.ts'
import { LONG, openExhibition, show } from './exhibition.ts'
import { misfits } from './inspect/fit.ts'

/** What WCAG 1.4.12 lets readers set. */
const SPACED = `* {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}
p {
  margin-bottom: 2em !important;
}`

const enlarge = (page: Page, size: string) =>
  page.evaluate(now => {
    document.body.style.fontSize = now
  }, size)
const space = (page: Page) =>
  page.evaluate(css => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    document.querySelector('[data-mode]')?.shadowRoot?.adoptedStyleSheets.push(sheet)
  }, SPACED)

describeWith('chromiumPath')('every state of the widget', () => {
  let exhibition: Exhibition
  beforeAll(async () => {
    exhibition = await openExhibition()
  }, LONG)
  afterAll(() => exhibition?.close())

  const misfitsOf = async (page: Page, look: (scene: string) => Promise<void>) => {
    const findings: string[] = []
    for (const scene of exhibition.scenes) {
      await look(scene)
      findings.push(...(await misfits(page)).map(finding => `${scene}: ${finding}`))
    }
    return findings.join('\n')
  }

  test('[A2] fits 280 px with texts that are 40 % longer', { timeout: LONG }, async () => {
    const page = await exhibition.enter('pseudo')
    expect(await misfitsOf(page, scene => show(page, scene, 280))).toBe('')
  })

  test('[A3] fits 320 px with text of twice the size', { timeout: LONG }, async () => {
    const page = await exhibition.enter('en')
    await enlarge(page, '200%')
    expect(await misfitsOf(page, scene => show(page, scene, 320))).toBe('')
  })

  test('[A3] fits 320 px with more room between lines, words and letters', { timeout: LONG }, async () => {
    const page = await exhibition.enter('en')
    const look = async (scene: string) => {
      await show(page, scene, 320)
      await space(page)
    }
    expect(await misfitsOf(page, look)).toBe('')
  })
})
