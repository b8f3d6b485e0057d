import type { Reader } from './picture.ts'
import { NoPicture, need } from './picture.ts'

const [START, END, SCAN] = [0xd8, 0xd9, 0xda]
/** Baseline, extended and progressive: what browsers draw. */
const FRAMES = new Set([0xc0, 0xc1, 0xc2])
/** Tables of quantisation and of Huffman codes, and how often a scan begins anew. */
const TABLES = new Set([0xdb, 0xc4, 0xdd])
/** JFIF without a thumbnail, and Adobe's word on how colours are to be read. */
const JFIF = { marker: 0xe0, name: 'JFIF\0', length: 16 }
const ADOBE = { marker: 0xee, name: 'Adobe', length: 14 }

/** Progressive pictures have about ten; each is as much work as a whole picture. */
const SCANS_MAX = 64

const isRestart = (marker: number | undefined) => marker !== undefined && marker >= 0xd0 && marker <= 0xd7

/** A JPEG, segment by segment. Where it was taken, with what, and what follows its end stay behind. */
export const readJpeg: Reader = file => {
  const kept: Buffer[] = [Buffer.from([0xff, START])]
  let size: { width: number; height: number } | null = null
  let scans = 0
  for (let at = 2; ; ) {
    need(file, at, 2)
    const marker = file[at + 1] as number
    if (file[at] !== 0xff || marker < 0xc0 || marker === START || isRestart(marker))
      throw new NoPicture('A segment of the JPEG is broken')
    if (marker === END) break
    need(file, at, 4)
    const length = file.readUInt16BE(at + 2)
    need(file, at + 2, Math.max(2, length))
    const segment = file.subarray(at, at + 2 + length)
    if (FRAMES.has(marker)) {
      if (size) throw new NoPicture('The JPEG has two frames')
      size = readFrame(segment)
    } else if (isFrame(marker)) throw new NoPicture('No browser draws this kind of JPEG')
    at += 2 + length
    if (marker === SCAN) {
      if (!size) throw new NoPicture('The JPEG has pixels before its header')
      const end = endOfScan(file, at)
      kept.push(segment, file.subarray(at, end))
      at = end
      if (++scans > SCANS_MAX) throw new NoPicture('The JPEG is drawn too often over itself')
    } else if (FRAMES.has(marker) || TABLES.has(marker) || isHarmless(segment, marker)) kept.push(segment)
  }
  if (!size || scans === 0) throw new NoPicture('The JPEG has no pixels')
  return { ...size, bytes: Buffer.concat([...kept, Buffer.from([0xff, END])]) }
}

/** All kinds of frames, but for the tables and the extension whose markers lie among theirs. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

function readFrame(segment: Buffer) {
  const components = segment[9] ?? 0
  if (segment.length !== 10 + components * 3 || components === 0)
    throw new NoPicture('The header of the JPEG is broken')
  return { height: segment.readUInt16BE(5), width: segment.readUInt16BE(7) }
}

const isHarmless = (segment: Buffer, marker: number) =>
  [JFIF, ADOBE].some(
    known =>
      marker === known.marker &&
      segment.length === known.length + 2 &&
      segment.toString('latin1', 4, 4 + known.name.length) === known.name,
  )

/** Pixels go on until a marker that is neither a stuffed byte nor a new beginning. */
function endOfScan(file: Buffer, from: number): number {
  for (let at = file.indexOf(0xff, from); at !== -1; at = file.indexOf(0xff, at + 1)) {
    const next = file[at + 1]
    if (next !== undefined && next !== 0 && next !== 0xff && !isRestart(next)) return at
  }
  throw new NoPicture('The file ends too early')
}
