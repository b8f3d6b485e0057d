import { describe, expect, test } from 'vitest'
import type { Mode } from './accent.ts'
import { contrastOf, deriveAccent, GROUNDS, judgeAccent } from './accent.ts'
import { fromOklch, parseHex, toHex, toOklch } from './colour.ts'

const MODES: readonly Mode[] = ['light', 'dark']
const byte = (n: number) => n.toString(16).padStart(2, '0')

/** 16 steps of each channel, and greys between them: 4,352 colours. */
const accents = () => {
  const steps = Array.from({ length: 16 }, (_, i) => byte(i * 17))
  const cube = steps.flatMap(r => steps.flatMap(g => steps.map(b => `#${r}${g}${b}`)))
  const greys = Array.from({ length: 256 }, (_, i) => `#${byte(i).repeat(3)}`)
  return [...cube, ...greys]
}

/** Colours within 0.0005 of the lightness at which white text becomes ink. */
const onTheThreshold = () => {
  const found: string[] = []
  for (let n = 0; n < 2 ** 24; n += 251) {
    const hex = `#${n.toString(16).padStart(6, '0')}`
    const [l] = toOklch(parseHex(hex) ?? [0, 0, 0])
    if (Math.abs(l - 0.7) < 0.0005) found.push(hex)
  }
  return found
}

const lowest = (colours: readonly string[]) => {
  const least = { on: 21, hover: 21, text: 21, soft: 21 }
  for (const accent of colours)
    for (const mode of MODES) {
      const set = deriveAccent(accent, mode)
      if (!set) throw new Error(accent)
      least.on = Math.min(least.on, contrastOf(set.on, set.solid))
      least.hover = Math.min(least.hover, contrastOf(set.on, set.hover))
      least.soft = Math.min(least.soft, contrastOf(set.text, set.soft))
      for (const ground of GROUNDS[mode]) least.text = Math.min(least.text, contrastOf(set.text, ground))
    }
  return least
}

describe('an accent', () => {
  test('[L1] stays readable whatever colour a brand has: 4,352 colours in both modes', () => {
    const colours = accents()
    expect(colours.length * MODES.length).toBeGreaterThanOrEqual(8_192)
    const least = lowest(colours)
    expect(least.on).toBeGreaterThanOrEqual(4.68)
    expect(least.hover).toBeGreaterThanOrEqual(5.7)
    expect(least.text).toBeGreaterThanOrEqual(5.29)
    expect(least.soft).toBeGreaterThanOrEqual(5.55)
  })

  test('[L1] where white text turns to ink as well', () => {
    const colours = onTheThreshold()
    expect(colours.length).toBeGreaterThan(100)
    const least = lowest(colours)
    expect(least.on).toBeGreaterThanOrEqual(4.68)
    expect(least.hover).toBeGreaterThanOrEqual(5.7)
  })

  test.each([
    ['#1877f2', { solid: '#1469d8' }],
    ['#1db954', { solid: '#12853a' }],
    ['#ff9900', { solid: '#ff9900', text: '#874e00' }],
    ['#fffc00', { solid: '#fffc00' }],
    ['#3b5bdb', { solid: '#3b5bdb', on: '#ffffff', text: '#3350c2', soft: '#ebf3ff' }],
  ])('%s becomes what the brief shows', (accent, expected) => {
    expect(deriveAccent(accent, 'light')).toMatchObject(expected)
  })

  test('a near-black brand is lightened in the dark', () => {
    expect(deriveAccent('#111', 'dark')?.solid).toBe('#636363')
  })

  test('what is no colour has no set', () => {
    for (const text of ['', 'red', '#12', '#12345', '#gggggg']) expect(deriveAccent(text, 'light')).toBeNull()
    expect(() => contrastOf('#fff', 'red')).toThrow('not a colour: red')
  })

  test('a verdict names the lowest ratios and whether links had to change', () => {
    expect(judgeAccent('#ffff00', 'light')).toMatchObject({ changed: true, on: expect.any(String) })
    expect(judgeAccent('#17358f', 'light')).toMatchObject({ changed: false, text: '#17358f' })
    expect(judgeAccent('#1877f2', 'light')?.onSolid).toBeCloseTo(5.2, 1)
    expect(judgeAccent('red', 'dark')).toBeNull()
  })
})

test('a colour survives the way to OKLCH and back', () => {
  for (const hex of accents()) expect(toHex(fromOklch(toOklch(parseHex(hex) ?? [0, 0, 0])))).toBe(hex)
})
