import type { ThreadView } from '../../server/contract/thread.ts'

const ofProblems = { progress: 'fixing', shipped: 'fixed', declined: 'wontfix' } as const

/** How a status looks and, by kind, what it is called; null while there is nothing to tell. */
export const statusOf = ({ kind, status, answered }: Pick<ThreadView, 'kind' | 'status' | 'answered'>) => {
  if (status !== 'open') {
    const called = kind === 'problem' && status in ofProblems ? ofProblems[status as 'progress'] : status
    return { look: status, text: `status.${called}` } as const
  }
  return answered && kind !== 'praise' ? ({ look: 'answered', text: 'status.answered' } as const) : null
}
