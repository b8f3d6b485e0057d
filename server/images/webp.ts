import type { Reader } from './picture.ts'
import { NoPicture, need } from './picture.ts'

const MOVES = 0x02
const HAS_ALPHA = 0x10

interface Size {
  width: number
  height: number
}

/** A WebP that stands still: its pixels, and how transparent they are. */
export const readWebp: Reader = file => {
  need(file, 0, 12)
  if (file.toString('latin1', 8, 12) !== 'WEBP') throw new NoPicture('This RIFF is no WebP')
  const end = 8 + file.readUInt32LE(4)
  need(file, 0, end)
  const chunks = readChunks(file.subarray(12, end))
  const extended = chunks.get('VP8X')
  if (extended && (extended.length !== 10 || (extended[0] as number) & MOVES))
    throw new NoPicture('Pictures that move are not taken')
  const lossy = chunks.get('VP8 ')
  const lossless = chunks.get('VP8L')
  const pixels = lossy ?? lossless
  if (!pixels || (lossy && lossless)) throw new NoPicture('The WebP has no pixels, or two sets of them')
  const size = lossy ? lossySize(lossy) : losslessSize(pixels)
  if (extended)
    assertSame(size, { width: 1 + extended.readUIntLE(4, 3), height: 1 + extended.readUIntLE(7, 3) })
  const name = lossy ? 'VP8 ' : 'VP8L'
  const alpha = lossy && chunks.get('ALPH')
  const parts = alpha
    ? [chunk('VP8X', header(size)), chunk('ALPH', alpha), chunk(name, pixels)]
    : [chunk(name, pixels)]
  const content = Buffer.concat([Buffer.from('WEBP'), ...parts])
  return { ...size, bytes: chunk('RIFF', content) }
}

/** By name; of each the first. */
function readChunks(content: Buffer): Map<string, Buffer> {
  const chunks = new Map<string, Buffer>()
  for (let at = 0; at < content.length; ) {
    need(content, at, 8)
    const name = content.toString('latin1', at, at + 4)
    const length = content.readUInt32LE(at + 4)
    need(content, at, 8 + length)
    if (chunks.has(name) && ['VP8 ', 'VP8L', 'VP8X', 'ALPH'].includes(name))
      throw new NoPicture('A chunk of the WebP comes twice')
    chunks.set(name, content.subarray(at + 8, at + 8 + length))
    at += 8 + length + (length % 2)
  }
  return chunks
}

function lossySize(pixels: Buffer): Size {
  need(pixels, 0, 10)
  const isKeyFrame = ((pixels[0] as number) & 1) === 0
  if (!isKeyFrame || pixels.readUIntBE(3, 3) !== 0x9d012a)
    throw new NoPicture('The pixels of the WebP are broken')
  return { width: pixels.readUInt16LE(6) & 0x3fff, height: pixels.readUInt16LE(8) & 0x3fff }
}

function losslessSize(pixels: Buffer): Size {
  need(pixels, 0, 5)
  const bits = pixels.readUInt32LE(1)
  if (pixels[0] !== 0x2f || bits >>> 29 !== 0) throw new NoPicture('The pixels of the WebP are broken')
  return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) }
}

function assertSame(pixels: Size, canvas: Size): void {
  if (pixels.width !== canvas.width || pixels.height !== canvas.height)
    throw new NoPicture('The WebP is larger than it says')
}

function header({ width, height }: Size): Buffer {
  const content = Buffer.alloc(10)
  content[0] = HAS_ALPHA
  content.writeUIntLE(width - 1, 4, 3)
  content.writeUIntLE(height - 1, 7, 3)
  return content
}

function chunk(name: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.write(name, 'latin1')
  head.writeUInt32LE(content.length, 4)
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)])
}
