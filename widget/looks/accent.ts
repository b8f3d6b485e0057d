import type { Oklch, Rgb } from './colour.ts'
import { contrast, fromOklch, parseHex, toHex, toOklch } from './colour.ts'

export type Mode = 'light' | 'dark'

/** What one brand colour becomes, each as `#rrggbb`. `tokens.css` does the same in CSS. */
export interface AccentSet {
  /** Ground of filled buttons. */
  solid: string
  /** Text on it. */
  on: string
  /** The ground under a pointer, always further from the text's colour. */
  hover: string
  /** Links and other text in the accent's hue. */
  text: string
  /** A pale ground in the accent's hue. */
  soft: string
}

/** From this lightness on, text on the accent is ink; below it is white, on an accent made dark enough. */
const WHITE_BELOW = 0.7
const DARKEST_FOR_WHITE = 0.54
const LIGHTEST_IN_DARK_MODE = 0.5

const hex = (colour: Oklch) => toHex(fromOklch(colour))

/**
 * The set that keeps text readable whatever the brand's colour is.
 * @param accent `#rgb` or `#rrggbb`
 * @returns null where that is no colour of this form
 */
export const deriveAccent = (accent: string, mode: Mode): AccentSet | null => {
  const rgb = parseHex(accent)
  if (!rgb) return null
  const [l, c, h] = toOklch(rgb)
  const white = l < WHITE_BELOW
  const floor = mode === 'dark' ? LIGHTEST_IN_DARK_MODE : 0
  const solid: Oklch = white
    ? [Math.min(Math.max(floor, l), DARKEST_FOR_WHITE), c * Math.min(1, DARKEST_FOR_WHITE / (l || 1)), h]
    : [l, c, h]
  return {
    solid: hex(solid),
    on: hex([white ? 1 : 0.15, 0, h]),
    hover: hex([solid[0] + (white ? -0.052 : 0.04), solid[1], h]),
    text:
      mode === 'light'
        ? hex([Math.min(l, 0.48), c * Math.min(1, 0.48 / (l || 1)), h])
        : hex([Math.max(l, 0.76), Math.min(c, 0.15), h]),
    soft: mode === 'light' ? hex([0.965, Math.min(c, 0.028), h]) : hex([0.27, Math.min(c, 0.05), h]),
  }
}

/** Contrast of two colours as `#rrggbb`, 1 to 21. @throws TypeError where one is no such colour */
export const contrastOf = (one: string, other: string): number => {
  const [a, b] = [parseHex(one), parseHex(other)]
  if (!a || !b) throw new TypeError(`not a colour: ${a ? other : one}`)
  return contrast(a, b)
}

/** The palest of the widget's own grounds under text, and the darkest, by mode. */
export const GROUNDS: Readonly<Record<Mode, readonly string[]>> = {
  light: ['#ffffff', '#f7f7f9', '#eeeff3', '#f1f2f5'],
  dark: ['#131519', '#191b20', '#1f2227', '#22252b'],
}

/** What Settings says beside a choice of accent. */
export interface AccentVerdict extends AccentSet {
  /** Lowest ratios, 1 to 21. `onSolid`: text on filled buttons, also under a pointer · `textOnGrounds`: links. */
  onSolid: number
  textOnGrounds: number
  textOnSoft: number
  /** The accent itself could not carry text, so that links have another colour. */
  changed: boolean
}

export const judgeAccent = (accent: string, mode: Mode): AccentVerdict | null => {
  const set = deriveAccent(accent, mode)
  if (!set) return null
  const own = toHex(parseHex(accent) as Rgb)
  return {
    ...set,
    onSolid: Math.min(contrastOf(set.on, set.solid), contrastOf(set.on, set.hover)),
    textOnGrounds: Math.min(...GROUNDS[mode].map(ground => contrastOf(set.text, ground))),
    textOnSoft: contrastOf(set.text, set.soft),
    changed: set.text !== own,
  }
}
