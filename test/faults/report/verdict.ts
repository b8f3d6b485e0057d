import type { Ending } from '../world/troupe.ts'
import { figures } from './figures.ts'

/** The figures every scenario owes: what the judge counted, and how soon the clients agreed. */
export function reportEnding(
  scenario: string,
  { anomalies, diverged, convergedAfter, acknowledged, unknown }: Ending,
  convergedTarget = 5_000,
): void {
  const none = (what: readonly string[]) => ({
    measured: what.length,
    target: '0',
    reached: what.length === 0,
  })
  figures(scenario, {
    'acknowledged writes lost': {
      ...none([...anomalies.lost, ...anomalies.forgotten]),
      measured: `${anomalies.lost.length + anomalies.forgotten.length} of ${acknowledged}`,
    },
    'duplicated or contradicted': none([...anomalies.duplicated, ...anomalies.contradicted]),
    'never sent, but present': none(anomalies.phantom),
    'out of order, or gaps in the feed': none([...anomalies.reordered, ...anomalies.gaps]),
    'counters drifted': none(anomalies.drifted),
    'writes of unknown fate': { measured: unknown, target: '0', reached: unknown === 0 },
    'clients that differ from the store': none(diverged),
    'all equal after quiet': {
      measured: `${Math.round(convergedAfter)} ms`,
      target: `≤ ${convergedTarget} ms`,
      reached: diverged.length === 0 && convergedAfter <= convergedTarget,
    },
  })
}
