import { crc32 } from 'node:zlib'
import type { Reader } from './picture.ts'
import { NoPicture, need } from './picture.ts'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** Chunks that say how it is drawn. All others carry words, dates, places, or further frames. */
const DRAWS = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND', 'sRGB', 'gAMA', 'cHRM'])
/** Bit depths each colour type may have. */
const DEPTHS: Record<number, readonly number[]> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
}

/** A PNG, chunk by chunk, each with the sum that the format asks for. */
export const readPng: Reader = file => {
  if (!file.subarray(0, 8).equals(SIGNATURE)) throw new NoPicture('The signature of the PNG is broken')
  const kept: Buffer[] = [SIGNATURE]
  const seen = new Set<string>()
  let size: { width: number; height: number } | null = null
  for (let at = 8; ; ) {
    need(file, at, 12)
    const length = file.readUInt32BE(at)
    need(file, at, 12 + length)
    const name = file.toString('latin1', at + 4, at + 8)
    const content = file.subarray(at + 4, at + 8 + length)
    if (!/^[A-Za-z]{4}$/.test(name) || crc32(content) !== file.readUInt32BE(at + 8 + length))
      throw new NoPicture('A chunk of the PNG is broken')
    // Whoever does not know a chunk with a capital letter cannot draw the picture.
    if (!DRAWS.has(name) && /^[A-Z]/.test(name)) throw new NoPicture(`A PNG with ${name} is not taken`)
    if ((name === 'IHDR') !== (seen.size === 0)) throw new NoPicture('A PNG begins with one header')
    if (name === 'IHDR') size = readHeader(content.subarray(4))
    if (DRAWS.has(name)) kept.push(file.subarray(at, at + 12 + length))
    seen.add(name)
    at += 12 + length
    if (name === 'IEND') break
  }
  if (!size || !seen.has('IDAT')) throw new NoPicture('The PNG has no pixels')
  return { ...size, bytes: Buffer.concat(kept) }
}

function readHeader(header: Buffer) {
  const [depth = 0, colour = 0, compression, filter, interlace = 0] = header.subarray(8)
  const isKnown =
    header.length === 13 &&
    DEPTHS[colour]?.includes(depth) &&
    compression === 0 &&
    filter === 0 &&
    interlace <= 1
  if (!isKnown) throw new NoPicture('The header of the PNG is broken')
  return { width: header.readUInt32BE(0), height: header.readUInt32BE(4) }
}
