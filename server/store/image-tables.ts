import type { ImageType } from '../contract/image.ts'
import type { Instant } from './columns.ts'

/** What somebody uploaded. Which message shows it and how is told by the message itself. */
export interface ImageTable {
  id: string
  site_id: string
  person_id: string
  /** Of its bytes, see {@link ImageBytesTable}. */
  hash: string
  type: ImageType
  width: number
  height: number
  size: number
  created_at: Instant
  /** Null until a message is posted with it. */
  message_id: string | null
}

/** The same picture is kept once per site, by what it is made of. */
export interface ImageBytesTable {
  site_id: string
  /** SHA-256, base64url. */
  hash: string
  size: number
  /** When it was uploaded last: bytes of an upload under way are not forgotten. */
  used_at: Instant
  data: Buffer
}
