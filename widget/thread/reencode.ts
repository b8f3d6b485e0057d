import { IMAGE_BYTES } from '../../server/contract/limits.ts'

/** Longer sides are of no use in a conversation. */
const SIDE = 2_048
const QUALITY = 0.85

/** A picture as it may leave the browser. */
export interface Made {
  readonly bytes: ArrayBuffer
  readonly type: string
  readonly width: number
  readonly height: number
}

const blobOf = (canvas: HTMLCanvasElement, type: string) =>
  new Promise<Blob>((resolve, reject) =>
    canvas.toBlob(blob => (blob ? resolve(blob) : reject(new Error('Nothing was drawn'))), type, QUALITY),
  )

/**
 * Draws a picture anew, upright and no larger than it has to be. What a camera wrote beside it, where and when it was
 * taken, stays here.
 * @throws Error where the browser cannot show it
 */
export const reencode = async (file: Blob, side = SIDE): Promise<Made> => {
  const bitmap = await createImageBitmap(file)
  const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height))
  const width = Math.max(1, Math.round(bitmap.width * scale))
  const height = Math.max(1, Math.round(bitmap.height * scale))
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const paper = canvas.getContext('2d')
  paper?.drawImage(bitmap, 0, 0, width, height)
  bitmap.close()
  let blob = await blobOf(canvas, 'image/webp')
  if (blob.type !== 'image/webp' && paper) {
    // JPEG knows no transparency, and would make it black.
    paper.globalCompositeOperation = 'destination-over'
    paper.fillStyle = '#fff'
    paper.fillRect(0, 0, width, height)
    blob = await blobOf(canvas, 'image/jpeg')
  }
  if (blob.size > IMAGE_BYTES) return reencode(file, side / 2)
  return { bytes: await blob.arrayBuffer(), type: blob.type, width, height }
}
