import type { Kind } from '../../server/contract/site.ts'
import type { Signal } from '../signals/signal.ts'
import { signal } from '../signals/signal.ts'
import type { Made } from './reencode.ts'

/** Where a note for the team is written. Never the thread's own id: what began as a note must not end as a reply. */
export const noteOf = (thread: string) => `note:${thread}`
export const isNote = (target: string) => target.startsWith('note:')

/** A picture that was chosen. */
export interface DraftPicture {
  readonly key: string
  /** Of its file. */
  readonly name: string
  readonly alt: string
  /** Null until it can be sent. */
  readonly made: Made | null
  /** Why it cannot. */
  readonly problem: string | null
}

/** A message that is being written: shared by the box it is typed into and the parts that come later. */
export interface Writing {
  /** `post`, the id of the thread it answers, or {@link noteOf} it. */
  readonly target: string
  readonly text: Signal<string>
  /** Chosen by the person; null while only suggested. */
  readonly kind: Signal<Kind | null>
  /** Id and author of the reply it answers. */
  readonly to: Signal<{ id: string; name: string } | null>
  /** Entered once, so its further parts are shown. */
  readonly opened: Signal<boolean>
  /** Why the text could not go; empty while nothing is wrong with it. */
  readonly error: Signal<string>
  readonly pictures: Signal<readonly DraftPicture[]>
  /** Its pictures survive a reload. */
  kept?: boolean
  /** Of all pictures chosen so far it is known whether they can be sent. */
  ready: Promise<void>
  field: HTMLTextAreaElement | null
  send: (() => void) | null
}

export const createWriting = (target: string): Writing => ({
  target,
  text: signal(''),
  kind: signal(null),
  to: signal(null),
  opened: signal(false),
  error: signal(''),
  pictures: signal([]),
  ready: Promise.resolve(),
  field: null,
  send: null,
})
