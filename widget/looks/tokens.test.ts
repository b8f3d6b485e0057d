import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Mode } from './accent.ts'
import { contrastOf } from './accent.ts'

const css = readFileSync(new URL('../styles/tokens.css', import.meta.url), 'utf8')
const MODES: readonly Mode[] = ['light', 'dark']
const GROUNDS = ['bg', 'raised', 'subtle', 'hover']
const HUES = ['blue', 'violet', 'amber', 'orange', 'pink', 'green', 'red', 'gray']

const long = (hex: string) => (hex.length === 4 ? hex.replace(/[\da-f]/g, '$&$&') : hex)
/** The default of a private token, from the style sheet itself. */
const colour = (name: string, mode: Mode): string => {
  const declared = new RegExp(`--_${name}:[^;]*light-dark\\((#\\w+), (#\\w+)\\)`).exec(css)
  const hex = declared?.[mode === 'light' ? 1 : 2]
  if (!hex) throw new Error(`no colour --_${name}`)
  return long(hex)
}
const least = (name: string, mode: Mode) =>
  Math.min(...GROUNDS.map(ground => contrastOf(colour(name, mode), colour(ground, mode))))

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
})

test('[L3] no public token is declared, so that what a page sets at its root works', () => {
  expect(css.match(/^\s*--parla-[\w-]+\s*:/gm)).toBeNull()
  expect(css).toContain('var(--parla-accent,')
})
