import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Mode } from './accent.ts'
import { contrastOf } from './accent.ts'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const css = read('../styles/tokens.css')
const launcher = read('../styles/standing-by.css')
/** Beside the widget's own, what only the admin has. */
const admin = css + read('../staff/styles/page.css') + read('../staff/insights/insights.css')
const MODES: readonly Mode[] = ['light', 'dark']
const GROUNDS = ['bg', 'raised', 'subtle', 'hover']
const ALL_GROUNDS = [...GROUNDS, 'sunken', 'active']
const CHARTS = ['question', 'idea', 'problem', 'praise', 'median', 'p90', 'within'].map(name => `c-${name}`)
const HUES = ['blue', 'violet', 'amber', 'orange', 'pink', 'green', 'red', 'gray']

const long = (hex: string) => (hex.length === 4 ? hex.replace(/[\da-f]/g, '$&$&') : hex)
/** The default of a private token, from the style sheets themselves. */
const colour = (name: string, mode: Mode): string => {
  const declared = new RegExp(`--_${name}:[^;]*light-dark\\((#\\w+), (#\\w+)\\)`).exec(admin)
  const hex = declared?.[mode === 'light' ? 1 : 2]
  if (!hex) throw new Error(`no colour --_${name}`)
  return long(hex)
}
const least = (name: string, mode: Mode, grounds = GROUNDS) =>
  Math.min(...grounds.map(ground => contrastOf(colour(name, mode), colour(ground, mode))))

describe.each(MODES)('the colours of the widget, %s', mode => {
  test.each(['text', 'text2', 'text3', ...HUES])('[L2] %s can be read on every ground', name => {
    expect(least(name, mode)).toBeGreaterThanOrEqual(4.5)
  })
  test.each(HUES)('[L2] %s can be read on its own pale ground', hue => {
    expect(contrastOf(colour(hue, mode), colour(`${hue}-soft`, mode))).toBeGreaterThanOrEqual(4.5)
  })
  test('[L2] the borders of controls are seen on every ground', () => {
    expect(least('strong', mode)).toBeGreaterThanOrEqual(3)
  })
  test('[L2] the number on the launcher can be read', () => {
    const [, light = '', dark = ''] = /--parla-red-solid, light-dark\((#\w+), (#\w+)\)/.exec(launcher) ?? []
    expect(contrastOf('#ffffff', mode === 'light' ? light : dark)).toBeGreaterThanOrEqual(4.5)
  })
})

describe.each(MODES)('the colours of the admin, %s', mode => {
  test.each(['text', 'text2', 'text3', ...HUES])('[L2] %s can be read on every ground', name => {
    expect(least(name, mode, ALL_GROUNDS)).toBeGreaterThanOrEqual(4.5)
  })
  test('[L2] the borders of controls are seen on every ground', () => {
    expect(least('strong', mode, ALL_GROUNDS)).toBeGreaterThanOrEqual(3)
  })
  test.each(CHARTS)('[L2] %s is seen on every ground that a chart stands on', name => {
    expect(least(name, mode, [...GROUNDS, 'sunken'])).toBeGreaterThanOrEqual(3)
  })
})

test('[L3] no public token is declared, so that what a page sets at its root works', () => {
  expect(css.match(/^\s*--parla-[\w-]+\s*:/gm)).toBeNull()
  expect(css).toContain('var(--parla-accent,')
})
