import { describe, expect, it } from 'vitest'
import { chance } from '../../test/faults/random.ts'
import { IMAGE_SIDE_MAX } from '../contract/limits.ts'
import { NoPicture } from './picture.ts'
import type { PictureName } from './pictures.fixture.ts'
import { jpegSegment, picture, pngChunk, pngOf, webpOf } from './pictures.fixture.ts'
import { readPicture } from './read-picture.ts'

const SECRET = 'Exif\0\0 48.2082N 16.3738E <script>alert(1)</script>'
const secret = Buffer.from(SECRET, 'latin1')
const SHARED = [
  ['png', 'image/png'],
  ['jpeg', 'image/jpeg'],
  ['lossy', 'image/webp'],
  ['lossless', 'image/webp'],
  ['transparent', 'image/webp'],
  ['gif', 'image/gif'],
] as const

const after = (file: Buffer, at: number, added: Buffer) =>
  Buffer.concat([file.subarray(0, at), added, file.subarray(at)])

describe('[G1] a picture is told by its own bytes', () => {
  it.each(SHARED)('%s is %s of four by three', (name, type) => {
    expect(readPicture(picture(name))).toMatchObject({ type, width: 4, height: 3 })
  })

  it.each(SHARED)('%s stays a picture when what draws was copied', (name, type) => {
    const { bytes } = readPicture(picture(name))
    expect(readPicture(bytes)).toEqual({ type, width: 4, height: 3, bytes })
  })

  it.each(SHARED)('%s cut off anywhere is refused', name => {
    const { bytes } = readPicture(picture(name))
    for (let length = 0; length < bytes.length; length++)
      expect(() => readPicture(bytes.subarray(0, length)), `${length}`).toThrow(NoPicture)
  })
})

const hiding: Record<string, Buffer> = {
  'a JPEG’s place and camera': after(picture('jpeg'), 2, jpegSegment(0xe1, secret)),
  'a JPEG’s comment': after(picture('jpeg'), 2, jpegSegment(0xfe, secret)),
  'a JPEG’s thumbnail': after(
    picture('jpeg'),
    2,
    jpegSegment(0xe0, Buffer.concat([Buffer.from('JFXX\0'), secret])),
  ),
  'what follows a JPEG’s end': Buffer.concat([picture('jpeg'), secret]),
  'a PNG’s words': pngOf(4, 3, undefined, [pngChunk('tEXt', secret)]),
  'a PNG’s place': pngOf(4, 3, undefined, [pngChunk('eXIf', secret)]),
  'a PNG’s further frames': pngOf(4, 3, undefined, [pngChunk('acTL', secret), pngChunk('fdAT', secret)]),
  'what follows a PNG’s end': Buffer.concat([picture('png'), secret]),
  'what follows a GIF’s end': Buffer.concat([picture('gif'), secret]),
  'what follows a WebP’s end': Buffer.concat([picture('lossy'), secret]),
  'a WebP’s place': webpOf(
    ['VP8L', chunkOf(picture('lossless'), 'VP8L')],
    ['EXIF', secret],
    ['XMP ', secret],
  ),
  'the profile a browser adds': after(picture('jpeg'), 2, jpegSegment(0xe2, secret)),
}

function chunkOf(file: Buffer, name: string): Buffer {
  const at = file.indexOf(name, 0, 'latin1')
  return file.subarray(at + 8, at + 8 + file.readUInt32LE(at + 4))
}

it.each(Object.entries(hiding))('[G2] %s stays behind', (_, file) => {
  const { bytes, ...facts } = readPicture(file)
  expect(file.includes(secret)).toBe(true)
  expect(bytes.includes(secret)).toBe(false)
  expect(bytes.includes('<script')).toBe(false)
  expect(readPicture(bytes)).toEqual({ ...facts, bytes })
})

it('[G2] a GIF’s comment stays behind', () => {
  expect(picture('gif').includes('comment')).toBe(true)
  expect(readPicture(picture('gif')).bytes.includes('comment')).toBe(false)
})

const frameOf = (width: number, height: number) => {
  const file = Buffer.from(picture('jpeg'))
  const at = file.indexOf(Buffer.from([0xff, 0xc0, 0x00, 0x11]))
  file.writeUInt16BE(height, at + 5)
  file.writeUInt16BE(width, at + 7)
  return file
}
const gifOf = (width: number, height: number) => {
  const file = Buffer.from(picture('gif'))
  file.writeUInt16LE(width, 6)
  file.writeUInt16LE(height, 8)
  return file
}
const losslessOf = (width: number, height: number) => {
  const pixels = Buffer.alloc(16, 1)
  pixels[0] = 0x2f
  pixels.writeUInt32LE(((width - 1) | ((height - 1) << 14)) >>> 0, 1)
  return webpOf(['VP8L', pixels])
}
const animated = (flags: number) =>
  webpOf(['VP8X', Buffer.from([flags, 0, 0, 0, 3, 0, 0, 2, 0, 0])], ['ANMF', secret])
const scanAgain = () => {
  const file = picture('jpeg')
  const scan = file.subarray(file.indexOf(Buffer.from([0xff, 0xda])), file.length - 2)
  return Buffer.concat([file.subarray(0, -2), ...Array.from({ length: 70 }, () => scan), file.subarray(-2)])
}

const hostile: Record<string, Buffer> = {
  'an SVG': Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
  'an SVG with a declaration': Buffer.from('<?xml version="1.0"?><svg/>'),
  'a page': Buffer.from('<!doctype html><script>alert(1)</script>'),
  'a page behind a PNG’s first bytes': Buffer.concat([
    picture('png').subarray(0, 8),
    Buffer.from('<html>'.repeat(9)),
  ]),
  'a page behind a GIF’s first bytes': Buffer.from('GIF89a/*<html>*/=1;alert(1)//'.repeat(3)),
  'a script that begins as a JPEG': Buffer.from([
    0xff,
    0xd8,
    0xff,
    0xe0,
    0x2f,
    0x2a,
    ...Buffer.from('*/=alert(1)/*'),
  ]),
  'a PDF': Buffer.from('%PDF-1.7\n1 0 obj'),
  'an archive': Buffer.from('PK\u0003\u0004 and so on, and so on'),
  'a film': Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0mif1heic', 'latin1'),
  'a sound': webpAs('WAVE'),
  nothing: Buffer.alloc(0),
  'one byte': Buffer.from([0x89]),
  zeros: Buffer.alloc(4_096),
  'a PNG of 100,000 by 100,000': pngOf(100_000, 100_000),
  'a PNG of no width': pngOf(0, 3),
  'a PNG that is wider by one than allowed': pngOf(IMAGE_SIDE_MAX + 1, 3),
  'a PNG of four thousand million': pngOf(0xffff_ffff, 0xffff_ffff),
  'a PNG whose sum is wrong': flipped(picture('png'), 40),
  'a PNG without pixels': Buffer.concat([picture('png').subarray(0, 33), pngChunk('IEND', Buffer.alloc(0))]),
  'a PNG with two headers': pngOf(4, 3, undefined, [picture('png').subarray(8, 33)]),
  'a PNG with a chunk nobody knows': pngOf(4, 3, undefined, [pngChunk('ABCD', secret)]),
  'a PNG whose chunk claims two thousand million bytes': claimed(),
  'a JPEG of 65,535 by 65,535': frameOf(65_535, 65_535),
  'a JPEG whose height comes later': frameOf(4, 0),
  'a JPEG with two frames': twoFrames(),
  'a JPEG drawn seventy times over itself': scanAgain(),
  'a JPEG without loss, which no browser draws': lossless(),
  'a GIF of 65,535 by 65,535': gifOf(65_535, 65_535),
  'a GIF smaller than its picture': gifOf(2, 2),
  'a GIF that moves': picture('movingGif'),
  'a WebP of 16,384 by 16,384': losslessOf(16_384, 16_384),
  'a WebP that moves': animated(2),
  'a WebP without pixels': animated(0),
  'a WebP that says it is larger': webpOf(
    ['VP8X', Buffer.from([0, 0, 0, 0, 255, 255, 0, 255, 255, 0])],
    ['VP8L', chunkOf(picture('lossless'), 'VP8L')],
  ),
  'a WebP with two sets of pixels': webpOf(
    ['VP8L', chunkOf(picture('lossless'), 'VP8L')],
    ['VP8L', chunkOf(picture('lossless'), 'VP8L')],
  ),
}

function webpAs(name: string): Buffer {
  const file = Buffer.from(picture('lossy'))
  file.write(name, 8, 'latin1')
  return file
}
function flipped(file: Buffer, at: number): Buffer {
  const copy = Buffer.from(file)
  copy[at] = (copy[at] as number) ^ 1
  return copy
}
function claimed(): Buffer {
  const file = Buffer.from(picture('png'))
  file.writeUInt32BE(0x7fff_ffff, 33)
  return file
}
function twoFrames(): Buffer {
  const file = picture('jpeg')
  const at = file.indexOf(Buffer.from([0xff, 0xc0, 0x00, 0x11]))
  return after(file, at, file.subarray(at, at + 19))
}
function lossless(): Buffer {
  const file = Buffer.from(picture('jpeg'))
  file[file.indexOf(Buffer.from([0xff, 0xc0, 0x00, 0x11])) + 1] = 0xc3
  return file
}

it.each(Object.entries(hostile))('[G1] %s is refused', (_, file) => {
  expect(() => readPicture(file)).toThrow(NoPicture)
})

it('[G1] whatever is broken at random is a picture or refused, never an error of ours', () => {
  const { between } = chance(7)
  const names = SHARED.map(([name]) => name) as PictureName[]
  let refused = 0
  for (let i = 0; i < 6_000; i++) {
    const file = Buffer.from(picture(names[i % names.length] as PictureName))
    for (let n = 0; n <= i % 5; n++) file[between(0, file.length - 1)] = between(0, 255)
    try {
      const { width, height, bytes } = readPicture(file)
      expect(Math.max(width, height)).toBeLessThanOrEqual(IMAGE_SIDE_MAX)
      expect(bytes.length).toBeLessThanOrEqual(file.length)
    } catch (error) {
      expect(error).toBeInstanceOf(NoPicture)
      refused++
    }
  }
  expect(refused).toBeGreaterThan(1_000)
})
