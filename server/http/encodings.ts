import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export type Encoding = 'br' | 'gzip' | 'identity'

/** Below this a compressed answer saves no packet. */
const WORTH_BYTES = 860

const brotli = promisify(brotliCompress)
const deflate = promisify(gzip)

const taken = (name: string) => new RegExp(`\\b${name}\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))`)
const BROTLI = taken('br')
const GZIP = taken('gzip')

/** The smallest form the caller takes. */
export function preferredEncoding(accept: string | string[] | undefined): Encoding {
  const list = String(accept ?? '')
  if (BROTLI.test(list)) return 'br'
  return GZIP.test(list) ? 'gzip' : 'identity'
}

const BEST = 11
/**
 * Ways to write distances, as pairs of Brotli's `NPOSTFIX` and `NDIRECT`. Which is shortest differs from file to file by
 * half a percent, so what is made once is made in each of them.
 */
export const DISTANCES = [
  [0, 0],
  [0, 11],
  [0, 12],
  [1, 30],
  [2, 12],
  [2, 24],
] as const

export const brotliParams = (
  bytes: Buffer,
  quality: number,
  [postfix, direct]: (typeof DISTANCES)[number],
) => ({
  [constants.BROTLI_PARAM_QUALITY]: quality,
  [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
  [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  [constants.BROTLI_PARAM_NPOSTFIX]: postfix,
  [constants.BROTLI_PARAM_NDIRECT]: direct,
})

/** Brotli's `quality`: 5 for what is made while somebody waits, 11 for what is made once. */
export async function encode(bytes: Buffer, encoding: Encoding, quality: number): Promise<Buffer> {
  if (encoding === 'identity' || bytes.length < WORTH_BYTES) return bytes
  if (encoding === 'gzip') return deflate(bytes, { level: Math.min(quality + 1, 9) })
  const ways = quality === BEST ? DISTANCES : DISTANCES.slice(0, 1)
  const forms = await Promise.all(
    ways.map(way => brotli(bytes, { params: brotliParams(bytes, quality, way) })),
  )
  return forms.reduce((shortest, form) => (form.length < shortest.length ? form : shortest))
}
