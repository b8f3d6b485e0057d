import type { Change, Frame } from '../../server/contract/feed.ts'
import type { ThreadView } from '../../server/contract/thread.ts'
import { threadRow } from './rows.fixture.ts'

export const change = (id: string, seq: number, op: 'put' | 'del' = 'put'): Change =>
  op === 'del'
    ? { op, entity: 'thread', id, seq }
    : { op, entity: 'thread', id, seq, row: threadRow(id, seq, { votes: seq }) }

/** A feed made of the steps, one sequence number each, and what a server would answer of it. */
export const serverWith = (steps: readonly { id: string; op: string }[]) => {
  const feed = steps.map(({ id, op }, at) => change(id, at + 1, op === 'del' ? 'del' : 'put'))
  const upTo = (asOf: number) => {
    const rows = new Map<string, ThreadView>()
    for (const step of feed.slice(0, asOf)) {
      if (step.op === 'put' && step.entity === 'thread') rows.set(step.id, step.row)
      else rows.delete(step.id)
    }
    return rows
  }
  /** A frame carries the current row of each entity it touches, as a server renders it: state, not deltas. */
  const changes = (from: number, to: number): Change[] => {
    const last = new Map(feed.slice(Math.max(0, from), to).map(step => [step.id, step]))
    return [...last.values()]
  }
  return {
    head: feed.length,
    ids: [...new Set(steps.map(step => step.id))],
    changes,
    frame: (from: number, to: number): Frame => ({
      stream: 'public',
      epoch: 'e_1',
      from,
      to,
      changes: changes(from, to),
    }),
    snapshot: (asOf: number): Change[] =>
      [...upTo(asOf).values()].map(row => ({ op: 'put', entity: 'thread', id: row.id, seq: row.seq, row })),
  }
}
