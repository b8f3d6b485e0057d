import type { ThreadView } from '../../server/contract/thread.ts'
import type { Texts } from '../i18n/texts.ts'

/** What a thread that stands somewhere is said to be. */
export const STATUS_WORDS = {
  answered: 'status.answered',
  review: 'status.review',
  planned: 'status.planned',
  progress: 'status.progress',
  shipped: 'status.shipped',
  declined: 'status.declined',
} as const satisfies Record<string, keyof Texts>

const OF_PROBLEMS: { readonly [Look in keyof typeof STATUS_WORDS]?: keyof Texts } = {
  progress: 'status.fixing',
  shipped: 'status.fixed',
  declined: 'status.wontfix',
}

type Standing = Pick<ThreadView, 'kind' | 'status' | 'answered'> & Partial<Pick<ThreadView, 'locked'>>

/**
 * How a status looks and, by kind, what it is called; null while there is nothing to tell. That nobody can answer any more
 * is told where nothing else is.
 */
export const statusOf = ({ kind, status, answered, locked }: Standing) => {
  const look = status !== 'open' ? status : answered && kind !== 'praise' && ('answered' as const)
  if (look) return { look, text: (kind === 'problem' && OF_PROBLEMS[look]) || STATUS_WORDS[look] }
  return locked ? ({ look: 'closed', text: 'status.closed' } as const) : null
}
