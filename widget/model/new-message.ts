import type { Kind } from '../../server/contract/site.ts'

/** A picture that a message on its way shows, as it will be uploaded. */
export interface Picture {
  /** Of its file. */
  readonly name: string
  readonly alt: string
  /** Not a Blob: some browsers keep those badly, or not at all. */
  readonly bytes: ArrayBuffer
  readonly type: string
  readonly width: number
  readonly height: number
}

interface New {
  readonly body: string
  readonly pictures?: readonly Picture[]
}
export interface NewPost extends New {
  readonly kind: Kind
}
export interface NewReply extends New {
  readonly thread: string
  readonly to?: string
  readonly seen?: number
  readonly note?: boolean
}

/** What its author takes into the composer again. */
export interface TakenBack {
  body: string
  kind: Kind | null
  thread: string | null
  to: string | null
  note: boolean
  pictures: readonly Picture[]
}
