import { RESTORE_MS } from '../contract/limits.ts'
import type { Clock } from '../lib/clock.ts'
import { deletedWithImages, forgetBytes, forgetImagesOf, forgetUnposted } from '../store/images.ts'
import type { Store } from '../store/store.ts'
import type { Job } from './runner.ts'

const HOUR = 60 * 60 * 1000
const EVERY_MS = 10 * 60 * 1000
/** Who uploads an image has so long to post it: an outbox may wait for a network over night. */
export const UNPOSTED_MS = 24 * HOUR
/** Bytes of an upload under way are not forgotten. */
const UPLOAD_MS = HOUR
const BATCH = 50

/**
 * The job that forgets images nobody can look at any more: uploaded and never posted, of messages that their authors
 * took back for good, and bytes that no image needs.
 */
export const createImageCare = ({ store, clock }: { store: Store; clock: Clock }): Job => ({
  name: 'images',
  every: EVERY_MS,
  async run(turn) {
    const now = clock.now()
    await turn.write(db => forgetUnposted(db, now - UNPOSTED_MS))
    const gone = await store.read(db => deletedWithImages(db, now - RESTORE_MS, BATCH))
    if (gone.length > 0) await turn.write(db => forgetImagesOf(db, gone))
    const more = await turn.write(db => forgetBytes(db, now - UPLOAD_MS, BATCH))
    return more || gone.length === BATCH ? 'more' : 'done'
  },
})
