import type { ImageView, UploadedImage } from '../../contract/image.ts'
import { exampleIds } from './ids.ts'

/** A picture of two pixels by one. */
export const examplePng =
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAAD0lEQVR4AWL6v4rhPwgDAAAA///tiEJXAAAABklEQVQDABitBVN9ei4mAAAAAElFTkSuQmCC'

export const exampleUpload: UploadedImage = {
  id: exampleIds.spareImage,
  type: 'image/png',
  width: 2,
  height: 1,
  size: 90,
}

export const exampleImage: ImageView = {
  id: exampleIds.image,
  width: 2,
  height: 1,
  alt: 'The lamp on a desk, dimmed',
  hidden: false,
}

/** Another one, darker. */
export const exampleDarkPng =
  'iVBORw0KGgoAAAANSUhEUgAAAAQAAAADCAYAAAC09K7GAAAANklEQVR4ATTIMREAIAzF0FyFwIAeRCACEahABHKYipEPDJ3eJbYpWlQNuhpTdsg4idD8jYjvBQAA//8tEkKqAAAABklEQVQDAOLQEAANX8W8AAAAAElFTkSuQmCC'
