import { cutText } from '../features/text/cut.ts'

const BRAND_SHOWN = 40
const NAME_SHOWN = 40

/** Control characters, and those that turn the direction of a text or are not seen; joiners of letters are part of words. */
const STEERING = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]+/gu

/** Words of somebody as one line without anything that steers a reader or a header. */
const line = (text: string, max: number) => cutText(text.normalize('NFC').replace(STEERING, ' '), max)

export const plainName = (name: string | null | undefined) => line(name ?? '', NAME_SHOWN)
export const plainBrand = (brand: string) => line(brand, BRAND_SHOWN)
export const plainTitle = (title: string) => line(title, 160)
