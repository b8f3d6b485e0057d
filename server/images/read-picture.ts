import type { ImageType } from '../contract/image.ts'
import { IMAGE_SIDE_MAX } from '../contract/limits.ts'
import { readGif } from './gif.ts'
import { readJpeg } from './jpeg.ts'
import type { Picture, Reader } from './picture.ts'
import { NoPicture } from './picture.ts'
import { readPng } from './png.ts'
import { readWebp } from './webp.ts'

const formats: readonly { type: ImageType; begins: (file: Buffer) => boolean; read: Reader }[] = [
  { type: 'image/png', begins: file => file.subarray(1, 4).equals(Buffer.from('PNG')), read: readPng },
  { type: 'image/jpeg', begins: file => file[0] === 0xff && file[1] === 0xd8, read: readJpeg },
  { type: 'image/gif', begins: file => file.subarray(0, 4).equals(Buffer.from('GIF8')), read: readGif },
  { type: 'image/webp', begins: file => file.subarray(0, 4).equals(Buffer.from('RIFF')), read: readWebp },
]

/**
 * Tells a picture by its own bytes, whatever it is called, and copies of it what draws: no place, no camera, no comment,
 * nothing behind its end. Nothing is decoded; sizes are those that its headers promise. @throws NoPicture
 */
export function readPicture(file: Buffer): Picture {
  const format = formats.find(({ begins }) => begins(file))
  if (!format) throw new NoPicture('Neither PNG, JPEG, WebP nor GIF')
  const { width, height, bytes } = format.read(file)
  if (width < 1 || height < 1) throw new NoPicture('It has no size')
  if (width > IMAGE_SIDE_MAX || height > IMAGE_SIDE_MAX)
    throw new NoPicture(`It measures ${width} × ${height}; each side may have ${IMAGE_SIDE_MAX} pixels`)
  return { type: format.type, width, height, bytes }
}
