import type { Kind } from '../contract/site.ts'
import type { Status } from '../contract/thread.ts'
import type { MailText } from './texts/en.ts'

const OF_PROBLEMS: Partial<Record<Status, MailText>> = {
  progress: 'status.fixing',
  shipped: 'status.fixed',
  declined: 'status.wontfix',
}

/** What a status is called, by the kind of what has it. */
export const statusWord = (kind: Kind, status: Status): MailText =>
  (kind === 'problem' && OF_PROBLEMS[status]) || `status.${status}`
