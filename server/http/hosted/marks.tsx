import type { Kind } from '../../contract/site.ts'
import type { Status, ThreadView } from '../../contract/thread.ts'
import type { HostedText } from './texts/en.ts'
import type { Tongue } from './texts.ts'

const OF_PROBLEMS: Partial<Record<Status, HostedText>> = {
  progress: 'status.fixing',
  shipped: 'status.fixed',
  declined: 'status.wontfix',
}

/** What a status is called, by the kind of what has it. */
export const statusWord = (kind: Kind, status: Status): HostedText =>
  (kind === 'problem' && OF_PROBLEMS[status]) || `status.${status}`

function standingOf({ kind, status, answered, locked }: ThreadView): [look: string, HostedText] | null {
  if (status !== 'open') return [status, statusWord(kind, status)]
  if (answered && kind !== 'praise') return ['answered', 'status.answered']
  return locked ? ['closed', 'status.closed'] : null
}

/** How a thread stands, where there is something to tell. */
export const Standing = ({ thread, tongue }: { thread: ThreadView; tongue: Tongue }) => {
  const standing = standingOf(thread)
  return standing && <span class={`status ${standing[0]}`}>{tongue.say(standing[1])}</span>
}

/** On a grid of 16 × 16. The kinds differ in shape as well as in colour. */
const SHAPES: Record<Kind, string> = {
  question: 'M5 6a3 3 0 1 1 3 3v1M8 13v.01',
  idea: 'M8 2q1 5 6 6-5 1-6 6-1-5-6-6 5-1 6-6Z',
  problem: 'M8 3v6M8 13v.01',
  praise: 'M8 13 3 8a3 3 0 0 1 5-4 3 3 0 0 1 5 4Z',
}

export const KindMark = ({ kind, tongue }: { kind: Kind; tongue: Tongue }) => (
  <span class={`kind ${kind}`}>
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path d={SHAPES[kind]} />
    </svg>
    {tongue.say(`kind.${kind}`)}
  </span>
)
