import { createHash } from 'node:crypto'
import type { UploadedImage } from '../contract/image.ts'
import { NoPicture } from '../images/picture.ts'
import { readPicture } from '../images/read-picture.ts'
import { AppError } from '../lib/app-error.ts'
import type { Budgets } from '../lib/budgets.ts'
import type { Clock } from '../lib/clock.ts'
import { newId } from '../lib/ids.ts'
import { spend } from '../lib/spend.ts'
import type { ImageRow } from '../store/images.ts'
import {
  countUnposted,
  findBytes,
  findImage,
  findUnposted,
  insertImage,
  keepBytes,
  roomTaken,
} from '../store/images.ts'
import { findReply } from '../store/replies.ts'
import type { Db, Store } from '../store/store.ts'
import { findThread } from '../store/threads.ts'
import { mayWrite } from './access.ts'
import type { Actor, Audience, Viewer } from './viewer.ts'
import { audienceOf } from './viewer.ts'
import { showsImage } from './views.ts'

/** Images somebody may have uploaded and not posted: five messages' worth. */
const UNPOSTED_MAX = 20
/** Uploads of one person in a minute and in an hour. */
const WINDOWS = [
  { points: 20, duration: 60 },
  { points: 100, duration: 3_600 },
] as const

export interface StoredImage {
  id: string
  type: UploadedImage['type']
  bytes: Buffer
  /** Everybody may look at it, as long as its message stands as it does. */
  isPublic: boolean
}

export interface Images {
  /**
   * Keeps what draws of an uploaded file. The same bytes again, before they are posted, are the same image.
   * @throws AppError `image_refused`, `images_full`, `rate_limited`, `banned`, `forbidden`, `identity_required`
   */
  add(viewer: Actor, file: Buffer): Promise<UploadedImage>
  /** @throws AppError `not_found` alike for unknown images and those the viewer may not look at */
  find(viewer: Viewer, id: string): Promise<StoredImage>
}

export interface ImageParts {
  store: Store
  clock: Clock
  budgets: Budgets
  /** Bytes of images that one site may keep. */
  room: number
}

export function createImages({ store, clock, budgets, room }: ImageParts): Images {
  const uploads = WINDOWS.map((window, i) => budgets(`image${i}`, window))
  return {
    async add(viewer, file) {
      assertMayUpload(viewer)
      if (!viewer.role)
        for (const budget of uploads) await spend(budget, `${viewer.site.id} ${viewer.person.id}`)
      const { bytes, ...facts } = pictureOf(file)
      const hash = createHash('sha256').update(bytes).digest('base64url')
      const now = clock.now()
      const made = await store.write(async db => {
        const { site, person } = viewer
        const known = await findUnposted(db, person.id, hash)
        if (known) return known
        await assertRoom(db, viewer, bytes.length, room)
        const size = bytes.length
        await keepBytes(db, { site_id: site.id, hash, size, used_at: now, data: bytes })
        const owner = { site_id: site.id, person_id: person.id, created_at: now, message_id: null }
        const row: ImageRow = { id: newId('m'), ...owner, ...facts, hash, size }
        await insertImage(db, row)
        return row
      })
      const { id, type, width, height, size } = made
      return { id, type, width, height, size }
    },

    find: (viewer, id) =>
      store.read(async db => {
        const image = await findImage(db, viewer.site.id, id)
        const eyes = image && (await whoseEyes(db, viewer, image))
        const bytes = image && eyes && (await findBytes(db, viewer.site.id, image.hash))
        if (!bytes) throw new AppError('not_found')
        return { id, type: image.type, bytes, isPublic: eyes === 'public' }
      }),
  }
}

function assertMayUpload({ site, person, role }: Actor): void {
  if (!mayWrite({ site, person, role })) throw new AppError('forbidden')
  if (person.banned_at !== null) throw new AppError('banned')
  if (site.verified_only && !role && person.sub === null) throw new AppError('identity_required')
}

function pictureOf(file: Buffer) {
  try {
    return readPicture(file)
  } catch (error) {
    if (error instanceof NoPicture) throw new AppError('image_refused', { detail: error.message })
    throw error
  }
}

async function assertRoom(db: Db, { site, person }: Actor, size: number, room: number): Promise<void> {
  if ((await roomTaken(db, site.id)) + size > room) throw new AppError('images_full')
  if ((await countUnposted(db, person.id)) >= UNPOSTED_MAX)
    throw new AppError('images_full', { detail: 'Too many images were uploaded and not posted' })
}

/** By whose right a viewer may look at an image; null: by nobody's. */
async function whoseEyes(db: Db, viewer: Viewer, image: ImageRow): Promise<Audience['kind'] | null> {
  const { site, person } = viewer
  if (image.message_id === null) return image.person_id === person?.id ? 'author' : null
  const reply = image.message_id.startsWith('r_') ? await findReply(db, site.id, image.message_id) : null
  const thread = await findThread(db, site.id, reply?.thread_id ?? image.message_id)
  if (!thread || reply === undefined) return null
  const isAuthor = person !== null && (reply ?? thread).author_id === person.id
  const audiences: Audience[] = [{ kind: 'public' }, audienceOf(viewer)]
  if (isAuthor) audiences.push({ kind: 'author' })
  return audiences.find(audience => showsImage({ site, thread, reply }, audience, image.id))?.kind ?? null
}
