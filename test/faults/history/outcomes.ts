import type { Answer, Call, HistoryEvent } from './recorder.ts'

/**
 * `doubtful`: refused after an attempt that nobody answered, which may have been done all the same. `unknown`: nobody
 * answered at all.
 */
export type Fate = 'acknowledged' | 'refused' | 'doubtful' | 'unknown'

/** What became of one call as far as its client can know. */
export interface Outcome {
  call: Call
  fate: Fate
  /** When it was sent first, and when its fate was known. */
  invokedAt: number
  settledAt: number
  /** The first acknowledgement. */
  answer: Answer | null
  attempts: number
  /** Attempts that are under way, and those that were when it was acknowledged. */
  open: number
  openWhenAcknowledged: number
  /** Answers that do not fit each other: W2 promises one. */
  contradictions: string[]
}

/** Folds the events into one outcome per call. */
export function outcomesOf(events: readonly HistoryEvent[]): Outcome[] {
  const outcomes = new Map<string, Outcome>()
  for (const event of events) {
    const key = `${event.call.by} ${event.call.id}`
    const outcome = outcomes.get(key) ?? begin(event)
    outcomes.set(key, outcome)
    apply(outcome, event)
  }
  return [...outcomes.values()]
}

const begin = ({ at, call }: HistoryEvent): Outcome => ({
  call,
  fate: 'unknown',
  invokedAt: at,
  settledAt: Number.POSITIVE_INFINITY,
  answer: null,
  attempts: 0,
  open: 0,
  openWhenAcknowledged: 0,
  contradictions: [],
})

function apply(outcome: Outcome, event: HistoryEvent): void {
  if (event.type === 'invoke') outcome.attempts++
  outcome.open += event.type === 'invoke' ? 1 : -1
  // Each end after the acknowledgement is that of one attempt which was under way then, while there are any.
  const isTwin = event.type !== 'invoke' && outcome.answer !== null && outcome.openWhenAcknowledged-- > 0
  if (event.type === 'ok') acknowledge(outcome, event)
  if (event.type !== 'fail') return
  // Whoever asks too often is told to ask later, which says nothing of a write that another attempt is just doing.
  if (isTwin && event.code === 'rate_limited') return
  if (outcome.answer) outcome.contradictions.push(`acknowledged, then refused as ${event.code}`)
  else {
    outcome.fate = outcome.attempts === 1 ? 'refused' : 'doubtful'
    outcome.settledAt = event.at
  }
}

function acknowledge(outcome: Outcome, { at, answer }: HistoryEvent & { type: 'ok' }): void {
  const { answer: first } = outcome
  if (first && (first.id !== answer.id || first.seq !== answer.seq))
    outcome.contradictions.push(`answered ${first.id}@${first.seq}, then ${answer.id}@${answer.seq}`)
  if (first) return
  if (outcome.fate === 'refused') outcome.contradictions.push('refused, then acknowledged')
  outcome.fate = 'acknowledged'
  outcome.answer = answer
  outcome.openWhenAcknowledged = outcome.open
  outcome.settledAt = at
}
