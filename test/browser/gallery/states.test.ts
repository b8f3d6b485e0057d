import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeWith } from '../../services/suites.ts'
import type { Exhibition } from './exhibition.ts'
import { change, LONG, openExhibition, show } from './exhibition.ts'
import { barriers } from './inspect/barriers.ts'
import { misfits } from './inspect/fit.ts'
import { misnomers } from './inspect/names.ts'

/**
 * Widths and themes each scene is seen in. A language takes every width and both themes, and each width in each theme
 * is taken by some language: what a colour is does not depend on the language, nor what fits on the theme.
 */
const AS_A_RULE = [
  [360, 'light'],
  [280, 'dark'],
  [720, 'light'],
  [1080, 'dark'],
] as const
const TURNED = [
  [360, 'dark'],
  [280, 'light'],
  [720, 'dark'],
  [1080, 'light'],
] as const

describeWith('chromiumPath')('every state of the widget', () => {
  let exhibition: Exhibition
  beforeAll(async () => {
    exhibition = await openExhibition()
  }, LONG)
  afterAll(() => exhibition?.close())

  test.concurrent.each([
    ['en', AS_A_RULE],
    ['it', TURNED],
    ['ar', AS_A_RULE],
  ] as const)(
    '[A1] [A2] has no barriers, names what it shows and fits, from 280 to 1080 px, light and dark: %s',
    { timeout: LONG },
    async (lang, looks) => {
      const page = await exhibition.enter(lang)
      const findings: string[] = []
      for (const scene of exhibition.scenes) {
        for (const [at, [width, theme]] of looks.entries()) {
          const isFirst = at === 0
          if (isFirst) await show(page, scene, width, theme)
          else await change(page, scene, width, theme)
          const found = [
            ...(await barriers(page, isFirst ? 'all' : 'changing')),
            ...(await misnomers(page)),
            ...(await misfits(page)),
          ]
          findings.push(...found.map(finding => `${scene} ${width} ${theme}: ${finding}`))
        }
      }
      expect(findings.join('\n')).toBe('')
    },
  )
})
