import { z } from 'zod'
import { ImageId } from './ids.ts'
import { ALT_MAX, IMAGE_BYTES, IMAGE_SIDE_MAX, IMAGE_TYPES, IMAGES_MAX } from './limits.ts'

export const ImageType = z.enum(IMAGE_TYPES).meta({ id: 'ImageType' })
export type ImageType = z.infer<typeof ImageType>

const side = z.int().min(1).max(IMAGE_SIDE_MAX)

/** What came of an upload: `size` in bytes, without all that does not draw. Forgotten unless a message shows it within a day. */
export const UploadedImage = z
  .strictObject({
    id: ImageId,
    type: ImageType,
    width: side,
    height: side,
    size: z.int().min(1).max(IMAGE_BYTES),
  })
  .meta({ id: 'UploadedImage' })
export type UploadedImage = z.infer<typeof UploadedImage>

/** Images a new message shows, in this order, each uploaded by its author. `alt` tells of it to those who cannot see it. */
export const NewImages = z
  .array(z.strictObject({ id: ImageId, alt: z.string().max(ALT_MAX) }))
  .max(IMAGES_MAX)

/** An image of a message; its bytes are at `images/{id}`. `hidden`: the team took it away, and only the team still sees it. */
export const ImageView = z
  .strictObject({ id: ImageId, width: side, height: side, alt: z.string(), hidden: z.boolean() })
  .meta({ id: 'ImageView' })
export type ImageView = z.infer<typeof ImageView>

/** A message's images; left out where it has none. */
export const ImageList = z.array(ImageView).min(1).max(IMAGES_MAX)
