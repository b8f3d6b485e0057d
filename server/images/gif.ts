import type { Reader } from './picture.ts'
import { NoPicture, need } from './picture.ts'

const [EXTENSION, IMAGE, TRAILER] = [0x21, 0x2c, 0x3b]
const CONTROL = 0xf9

/** The bytes of a table of colours, by the flags that announce it. */
const tableLength = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)

/** A GIF that stands still. Comments and what programs leave in it stay behind; what moves is not taken. */
export const readGif: Reader = file => {
  need(file, 0, 13)
  if (!/^GIF8[79]a$/.test(file.toString('latin1', 0, 6)))
    throw new NoPicture('The signature of the GIF is broken')
  const size = { width: file.readUInt16LE(6), height: file.readUInt16LE(8) }
  let at = 13 + tableLength(file[10] as number)
  need(file, 0, at)
  const head = file.subarray(0, at)
  let control: Buffer = Buffer.alloc(0)
  let image: Buffer | null = null
  for (;;) {
    need(file, at, 1)
    const kind = file[at]
    if (kind === TRAILER) break
    if (kind === EXTENSION) {
      need(file, at, 2)
      const end = endOfBlocks(file, at + 2)
      // How transparent the picture is, if it says so as the format has it.
      if (file[at + 1] === CONTROL && end - at === 8 && !image) control = file.subarray(at, end)
      at = end
    } else if (kind === IMAGE) {
      if (image) throw new NoPicture('Pictures that move are not taken')
      const end = endOfImage(file, at, size)
      image = file.subarray(at, end)
      at = end
    } else throw new NoPicture('A block of the GIF is broken')
  }
  if (!image) throw new NoPicture('The GIF has no pixels')
  return { ...size, bytes: Buffer.concat([head, control, image, Buffer.from([TRAILER])]) }
}

function endOfImage(file: Buffer, at: number, { width, height }: { width: number; height: number }): number {
  need(file, at, 10)
  const right = file.readUInt16LE(at + 1) + file.readUInt16LE(at + 5)
  const bottom = file.readUInt16LE(at + 3) + file.readUInt16LE(at + 7)
  if (right > width || bottom > height) throw new NoPicture('The GIF is larger than it says')
  const pixels = at + 10 + tableLength(file[at + 9] as number)
  need(file, pixels, 1)
  const codes = file[pixels] as number
  if (codes < 2 || codes > 8) throw new NoPicture('The pixels of the GIF are broken')
  return endOfBlocks(file, pixels + 1)
}

/** Blocks, each after its length, up to the empty one. */
function endOfBlocks(file: Buffer, from: number): number {
  for (let at = from; ; ) {
    need(file, at, 1)
    const length = file[at] as number
    need(file, at, 1 + length)
    at += 1 + length
    if (length === 0) return at
  }
}
