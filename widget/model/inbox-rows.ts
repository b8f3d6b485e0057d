import type { InboxView } from '../../server/contract/inbox.ts'
import type { ThreadView } from '../../server/contract/thread.ts'

const waits = ({ staff }: ThreadView) => Boolean(staff?.waitingSince) && !staff?.done

/** The team has said something in public: a reply, or a status with its reason. */
const spoken = ({ answer, lastReply, statusNote }: ThreadView) =>
  Boolean(answer?.author.staff || lastReply?.author.staff || statusNote?.reason)

/** Whether a view of the inbox holds a thread, as far as its row tells; the server's list is the truth. */
export function belongs(view: InboxView, row: ThreadView | null | undefined, me: string | null): boolean {
  if (!row || row.merged || row.visibility === 'removed') return false
  switch (view) {
    case 'unanswered':
      return waits(row) && !spoken(row)
    case 'waiting':
      return waits(row)
    case 'mine':
      return row.staff?.assignee?.id === me && me !== null && !row.staff.done
    case 'ideas':
      return row.kind === 'idea' && !row.staff?.done
    case 'flagged':
      return row.visibility === 'held' || Boolean(row.staff?.reports)
    case 'all':
      return true
  }
}

const VIEWS = ['unanswered', 'waiting', 'mine', 'ideas', 'flagged', 'all'] as const

/** Names the views a row is in: where that changes, so do their numbers. */
export const stands = (row: ThreadView, me: string | null): string =>
  VIEWS.filter(view => belongs(view, row, me)).join(' ')

/** Whether a view begins with what is oldest, so that what comes in belongs at its end. */
export const runsUp = (view: InboxView): boolean => ['unanswered', 'waiting', 'mine'].includes(view)
