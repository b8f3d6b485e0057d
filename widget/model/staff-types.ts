import type { InboxCounts, InboxFilter, InboxSort, InboxView } from '../../server/contract/inbox.ts'
import type { PersonRef } from '../../server/contract/person.ts'
import type { ReplyView } from '../../server/contract/reply.ts'
import type { Kind } from '../../server/contract/site.ts'
import type { ThreadView } from '../../server/contract/thread.ts'
import type { ReadonlySignal } from '../signals/signal.ts'
import type { Conversation, Failure, Phase, ThreadItem } from './types.ts'

/** The admin's conversation: the same model over the staff stream. */
export interface StaffConversation extends Conversation {
  readonly inbox: Inbox
  /** Whether nobody is told that one is here or writes. */
  hide: (on: boolean) => void
  /** A message as the server knows it; null for one that never was here. */
  row: (id: string) => ThreadView | ReplyView | null
}

export type InboxNarrowing = InboxFilter & { sort?: InboxSort | undefined }

/** A row stays where it is after it was answered, until the list is loaded again. */
export interface Inbox {
  readonly phase: ReadonlySignal<Phase>
  readonly failure: ReadonlySignal<Failure | null>
  readonly busy: ReadonlySignal<boolean>
  readonly view: ReadonlySignal<InboxView>
  readonly kind: ReadonlySignal<Kind | null>
  readonly items: ReadonlySignal<readonly ThreadItem[]>
  /** What narrows the view, and its order where it is not the view's own. */
  readonly filter: ReadonlySignal<InboxNarrowing>
  /** Of the view as narrowed. */
  readonly total: ReadonlySignal<number>
  /** Of every view, not narrowed. */
  readonly counts: ReadonlySignal<InboxCounts>
  readonly team: ReadonlySignal<readonly PersonRef[]>
  readonly takesImages: ReadonlySignal<boolean>
  readonly hasMore: ReadonlySignal<boolean>
  readonly fresh: ReadonlySignal<number>
  showFresh: () => ThreadItem | null
  more: () => Promise<ThreadItem | null>
  show: (view: InboxView, kind: Kind | null) => Promise<void>
  /** Stays in the view, or goes to another, with these filters and no others. */
  narrow: (filter: InboxNarrowing, view?: InboxView) => Promise<void>
  reload: () => Promise<void>
}
