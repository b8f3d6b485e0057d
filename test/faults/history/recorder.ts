import type { CommandName } from '../../../server/contract/commands.ts'

/** One write as its client meant it, however often it had to be sent. */
export interface Call {
  /** The mutation id. */
  id: string
  /** The id of the person who sent it. */
  by: string
  name: CommandName
  input: unknown
}

export interface Answer {
  /** The message it was about. */
  id: string
  seq: number
}

/** `at`: milliseconds of one monotonic clock that all clients share. */
export type HistoryEvent =
  | { type: 'invoke'; at: number; call: Call }
  | { type: 'ok'; at: number; call: Call; answer: Answer }
  | { type: 'fail'; at: number; call: Call; code: string }
  /** No answer, or one that leaves open whether it was done. */
  | { type: 'unknown'; at: number; call: Call; why: string }

/** Everything the clients did and heard, in the order in which it happened to them. */
export class History {
  readonly events: HistoryEvent[] = []

  invoke(call: Call): void {
    this.events.push({ type: 'invoke', at: performance.now(), call })
  }

  ok(call: Call, { id, seq }: Answer): void {
    this.events.push({ type: 'ok', at: performance.now(), call, answer: { id, seq } })
  }

  fail(call: Call, code: string): void {
    this.events.push({ type: 'fail', at: performance.now(), call, code })
  }

  unknown(call: Call, why: string): void {
    this.events.push({ type: 'unknown', at: performance.now(), call, why })
  }
}
