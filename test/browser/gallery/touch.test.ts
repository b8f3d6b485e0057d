import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeWith } from '../../services/suites.ts'
import type { Exhibition } from './exhibition.ts'
import { LONG, openExhibition, show } from './exhibition.ts'
import { barriers } from './inspect/barriers.ts'
import { smallTargets } from './inspect/targets.ts'

describeWith('chromiumPath')('under a finger', () => {
  let exhibition: Exhibition
  beforeAll(async () => {
    exhibition = await openExhibition()
  }, LONG)
  afterAll(() => exhibition?.close())

  test('[A4] every control is 44 px high and wide; a link in a sentence has 24 px to itself', {
    timeout: LONG,
  }, async () => {
    const page = await exhibition.enter('en', { hasTouch: true, isMobile: true })
    expect(await page.evaluate(() => matchMedia('(pointer: coarse)').matches)).toBe(true)
    const findings: string[] = []
    for (const scene of exhibition.scenes) {
      await show(page, scene, 360)
      const found = [...(await smallTargets(page)), ...(await barriers(page, 'changing'))]
      findings.push(...found.map(finding => `${scene}: ${finding}`))
    }
    expect(findings.join('\n')).toBe('')
  })
})
