import type { z } from 'zod'
import type { ImageView, NewImages } from '../contract/image.ts'
import { AppError } from '../lib/app-error.ts'
import { takeImages } from '../store/images.ts'
import type { Unit } from './unit.ts'

export type Wanted = z.infer<typeof NewImages>

/**
 * Gives a new message the images its author has uploaded for it. Each belongs to one message.
 * @throws AppError `image_unknown`
 */
export async function attachImages(
  { db, viewer }: Unit,
  messageId: string,
  wanted: Wanted | undefined,
): Promise<string | null> {
  if (!wanted?.length) return null
  const ids = wanted.map(image => image.id)
  const taken = await takeImages(db, { personId: viewer.person.id, messageId }, ids)
  const sizes = new Map(taken.map(image => [image.id, image]))
  if (sizes.size !== ids.length) throw new AppError('image_unknown')
  const shown = wanted.map(({ id, alt }): ImageView => {
    const { width = 0, height = 0 } = sizes.get(id) ?? {}
    return { id, width, height, alt: alt.trim(), hidden: false }
  })
  return JSON.stringify(shown)
}
