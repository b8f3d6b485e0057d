import type { ImageType } from '../contract/image.ts'

/** What of an uploaded file is worth keeping: that which draws it, and how large it is drawn. */
export interface Picture {
  type: ImageType
  /** Pixels. */
  width: number
  height: number
  bytes: Buffer
}

/** Why a file is no picture that is shown here. For whoever sent it, in English, as the detail of the refusal. */
export class NoPicture extends Error {}

/** Copies of one format what draws, and nothing else. @throws NoPicture */
export type Reader = (file: Buffer) => Omit<Picture, 'type'>

/** @throws NoPicture unless so many bytes are there */
export function need(file: Buffer, at: number, length: number): void {
  if (at + length > file.length) throw new NoPicture('The file ends too early')
}
