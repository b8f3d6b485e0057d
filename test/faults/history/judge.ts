import { isDeepStrictEqual } from 'node:util'
import type { Kept } from './kept.ts'
import { duplicatedMessages, forgottenAnswers, lostMessages, phantomMessages } from './messages.ts'
import { feedGaps, reordered } from './order.ts'
import type { Outcome } from './outcomes.ts'
import { outcomesOf } from './outcomes.ts'
import type { HistoryEvent } from './recorder.ts'
import { staleRegisters } from './registers.ts'

/** Every way in which a history and a store can disagree; all empty when nothing went wrong. */
export interface Anomalies {
  /** Acknowledged, and not in the store: messages, edits, votes, removals. */
  lost: string[]
  /** In the store, and never sent or refused. */
  phantom: string[]
  /** One call, several messages. */
  duplicated: string[]
  /** Acknowledgements that a retry would not be given again. */
  forgotten: string[]
  /** Answers to one call that do not fit each other. */
  contradicted: string[]
  reordered: string[]
  /** Positions the feed lacks or holds twice. */
  gaps: string[]
  /** Totals that are not what they count. */
  drifted: string[]
}

export interface Verdict {
  calls: number
  acknowledged: number
  refused: number
  doubtful: number
  unknown: number
  anomalies: Anomalies
}

/** Judges a history against what the store holds after it. */
export function judge(events: readonly HistoryEvent[], kept: Kept): Verdict {
  const outcomes = outcomesOf(events)
  const count = (fate: Outcome['fate']) => outcomes.filter(outcome => outcome.fate === fate).length
  return {
    calls: outcomes.length,
    acknowledged: count('acknowledged'),
    refused: count('refused'),
    doubtful: count('doubtful'),
    unknown: count('unknown'),
    anomalies: {
      lost: [...lostMessages(outcomes, kept), ...staleRegisters(outcomes, kept)],
      phantom: phantomMessages(outcomes, kept),
      duplicated: duplicatedMessages(kept),
      forgotten: forgottenAnswers(outcomes, kept),
      contradicted: outcomes.flatMap(({ call, contradictions }) =>
        contradictions.map(what => `${call.id}: ${what}`),
      ),
      reordered: reordered(outcomes, kept),
      gaps: feedGaps(kept),
      drifted: kept.counters
        .filter(({ stored, counted }) => !isDeepStrictEqual(stored, counted))
        .map(({ what, stored, counted }) => `${what}: ${stored} instead of ${counted}`),
    },
  }
}

/** For expectations: what a flawless run looks like. */
export const NO_ANOMALIES: Anomalies = {
  lost: [],
  phantom: [],
  duplicated: [],
  forgotten: [],
  contradicted: [],
  reordered: [],
  gaps: [],
  drifted: [],
}
