import type { Kept } from './kept.ts'
import { makesMessage } from './messages.ts'
import type { Outcome } from './outcomes.ts'

interface Step {
  place: number
  outcome: Outcome
}

/**
 * What was acknowledged before something else was sent has to come before it: messages within their thread, and every
 * write in the feed.
 */
export function reordered(outcomes: readonly Outcome[], kept: Kept): string[] {
  const messages = new Map(kept.messages.map(message => [message.id, message]))
  const threads = new Map<string, Step[]>()
  const feed: Step[] = []
  for (const outcome of outcomes) {
    if (!outcome.answer) continue
    feed.push({ place: outcome.answer.seq, outcome })
    const message = makesMessage(outcome) ? messages.get(outcome.answer.id) : undefined
    if (message)
      threads.set(message.thread, [
        ...(threads.get(message.thread) ?? []),
        { place: message.position, outcome },
      ])
  }
  return [
    ...inversions(feed).map(pair => `feed: ${pair}`),
    ...[...threads].flatMap(([thread, steps]) => inversions(steps).map(pair => `${thread}: ${pair}`)),
  ]
}

/** Pairs whose places contradict the clock: settled before the other was sent, and yet behind it. */
function inversions(steps: readonly Step[]): string[] {
  const found: string[] = []
  let latest: Step | undefined
  for (const step of [...steps].sort((a, b) => a.place - b.place)) {
    if (latest && latest.place < step.place && step.outcome.settledAt < latest.outcome.invokedAt)
      found.push(`${step.outcome.call.id} behind ${latest.outcome.call.id}`)
    if (!latest || step.outcome.invokedAt > latest.outcome.invokedAt) latest = step
  }
  return found
}

/** W4: positions 1 … head, each once. */
export function feedGaps({ head, seqs }: Kept): string[] {
  const gaps: string[] = []
  let expected = 1
  for (const seq of seqs) {
    if (seq > expected) gaps.push(`${expected}–${seq - 1} missing`)
    if (seq < expected) gaps.push(`${seq} twice`)
    expected = Math.max(expected, seq + 1)
  }
  if (expected !== head + 1) gaps.push(`ends at ${expected - 1}, head says ${head}`)
  return gaps
}
