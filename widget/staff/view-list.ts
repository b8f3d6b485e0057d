import type { InboxView } from '../../server/contract/inbox.ts'

/** In the order they stand. */
export const VIEWS = [
  'unanswered',
  'mine',
  'waiting',
  'ideas',
  'flagged',
  'all',
] as const satisfies readonly InboxView[]
