import { cutText } from '../features/text/cut.ts'

const BRAND_SHOWN = 40
const NAME_SHOWN = 40

/** Words of somebody as one line without anything that steers a reader or a header. */
const line = (text: string, max: number) =>
  cutText(text.normalize('NFC').replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' '), max)

export const plainName = (name: string | null | undefined) => line(name ?? '', NAME_SHOWN)
export const plainBrand = (brand: string) => line(brand, BRAND_SHOWN)
export const plainTitle = (title: string) => line(title, 160)
