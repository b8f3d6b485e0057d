import type { ThreadView } from '../../server/contract/thread.ts'
import type { Storage } from '../api/storage.ts'
import type { Signal } from '../signals/signal.ts'
import { signal } from '../signals/signal.ts'

export interface ReadMarks {
  /** Everything up to here counts as read. Instant. */
  since: number
  /** Until when each thread was read, the latest 200. */
  at: Record<string, number>
}

/** What this browser's viewer has read. Knows nothing before their first own action; `mark-read.ts` writes it. */
export interface Seen {
  marks: Signal<ReadMarks | null>
  /** Another tab may have read on. */
  recall: () => void
  isUnread: (thread: ThreadView) => boolean
  /** Null: there is no last visit to compare with. */
  lastSeen: (thread: string) => number | null
}

export const lastMessageAt = (thread: ThreadView) => thread.lastReply?.at ?? thread.createdAt

export const createSeen = (storage: Storage): Seen => {
  const marks = signal(storage.read<ReadMarks>('seen'))
  const lastSeen = (thread: string) => marks.value && (marks.value.at[thread] ?? marks.value.since)
  return {
    marks,
    recall: () => {
      marks.value = storage.read('seen')
    },
    lastSeen,
    isUnread: thread => lastMessageAt(thread) > (lastSeen(thread.id) ?? Number.POSITIVE_INFINITY),
  }
}
