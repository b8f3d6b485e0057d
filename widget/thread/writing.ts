import type { Kind } from '../../server/contract/site.ts'
import type { Signal } from '../signals/signal.ts'
import { signal } from '../signals/signal.ts'

/** Where a note for the team is written. Never the thread's own id: what began as a note must not end as a reply. */
export const noteOf = (thread: string) => `note:${thread}`
export const isNote = (target: string) => target.startsWith('note:')

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
  field: HTMLTextAreaElement | null
  send: (() => void) | null
}

export const createWriting = (target: string): Writing => ({
  target,
  text: signal(''),
  kind: signal(null),
  to: signal(null),
  opened: signal(false),
  field: null,
  send: null,
})
