/** Red, green and blue of sRGB, 0 to 1 each. */
export type Rgb = readonly [number, number, number]
/** Lightness 0–1, chroma, hue in radians. */
export type Oklch = readonly [number, number, number]

const toLinear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
const toGamma = (part: number) => (part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055)
const inside = (part: number) => Math.min(1, Math.max(0, part))

/** `#rgb` or `#rrggbb`; null for anything else. */
export const parseHex = (hex: string): Rgb | null => {
  const [, digits] = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(hex.trim()) ?? []
  if (!digits) return null
  const long = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits
  const part = (at: number) => Number.parseInt(long.slice(at, at + 2), 16) / 255
  return [part(0), part(2), part(4)]
}

/** `#rrggbb`; what lies outside of sRGB is cut off channel by channel, as browsers do. */
export const toHex = (rgb: Rgb): string =>
  `#${rgb
    .map(part =>
      Math.round(inside(part) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`

/** Björn Ottosson's OKLab in its polar form, the matrices of CSS Color 4. */
export const toOklch = (rgb: Rgb): Oklch => {
  const [r, g, b] = rgb.map(toLinear) as unknown as Rgb
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  const L = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s
  const A = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const B = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  return [L, Math.hypot(A, B), Math.atan2(B, A)]
}

/** May lie outside of sRGB: parts below 0 or above 1. */
export const fromOklch = ([L, C, h]: Oklch): Rgb => {
  const [A, B] = [C * Math.cos(h), C * Math.sin(h)]
  const l = (L + 0.3963377774 * A + 0.2158037573 * B) ** 3
  const m = (L - 0.1055613458 * A - 0.0638541728 * B) ** 3
  const s = (L - 0.0894841775 * A - 1.291485548 * B) ** 3
  return [
    toGamma(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    toGamma(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    toGamma(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ]
}

const luminance = (rgb: Rgb) => {
  const [r, g, b] = rgb.map(part => toLinear(inside(part))) as unknown as Rgb
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** WCAG's contrast ratio of two colours, 1 to 21. */
export const contrast = (one: Rgb, other: Rgb): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}
