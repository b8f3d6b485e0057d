import { ImageId } from '../../contract/ids.ts'
import { UploadedImage } from '../../contract/image.ts'
import { IMAGE_BYTES, IMAGE_TYPES } from '../../contract/limits.ts'
import { exampleIds } from '../examples/ids.ts'
import { examplePng, exampleUpload } from '../examples/images.ts'
import type { Call, None } from '../route.ts'
import { route } from '../route.ts'

const upload = {
  method: 'post',
  takes: { types: IMAGE_TYPES, most: IMAGE_BYTES, example: examplePng },
  answer: { status: 201, schema: UploadedImage, example: exampleUpload },
  problems: ['image_refused', 'images_full', 'rate_limited', 'banned', 'forbidden', 'identity_required'],
  run: ({ deps, viewer, file }: Call<'visitor' | 'inline' | 'staff', None, undefined, undefined>) =>
    deps.images.add(viewer, file),
} as const

export const uploadImage = route({
  ...upload,
  name: 'uploadImage',
  summary: 'Upload an image for a message that is yet to be posted',
  path: '/api/v1/sites/{site}/images',
  who: 'visitor',
})

export const uploadImageAsStaff = route({
  ...upload,
  name: 'uploadImageAsStaff',
  summary: 'Upload an image for a message of the team',
  path: '/api/v1/admin/sites/{site}/images',
  who: 'staff',
})

export const uploadImageInline = route({
  ...upload,
  name: 'uploadImageInline',
  summary: 'Upload an image for a reply of the team on a brand’s page',
  path: '/api/v1/sites/{site}/inline/images',
  who: 'inline',
})

const ofImage = { image: ImageId }

const look = {
  method: 'get',
  params: ofImage,
  examples: { params: { image: exampleIds.image } },
  gives: IMAGE_TYPES,
  answer: null,
  async run({
    deps,
    viewer,
    params,
  }: Call<'maybe-visitor' | 'inline' | 'staff', typeof ofImage, undefined, undefined>) {
    const { id, type, bytes, isPublic } = await deps.images.find(viewer, params.image)
    return { type, bytes, name: `${id}.${type.split('/')[1]}`, lasting: isPublic }
  },
} as const

export const readImage = route({
  ...look,
  name: 'readImage',
  summary: 'The bytes of an image; of a held message for its author alone',
  path: '/api/v1/sites/{site}/images/{image}',
  who: 'maybe-visitor',
})

export const readImageAsStaff = route({
  ...look,
  name: 'readImageAsStaff',
  summary: 'The bytes of an image, held and hidden ones too',
  path: '/api/v1/admin/sites/{site}/images/{image}',
  who: 'staff',
})

export const readImageInline = route({
  ...look,
  name: 'readImageInline',
  summary: 'The bytes of an image for one of the team on a brand’s page',
  path: '/api/v1/sites/{site}/inline/images/{image}',
  who: 'inline',
})
