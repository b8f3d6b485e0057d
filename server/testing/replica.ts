import type { Change, Frame, StreamName } from '../contract/feed.ts'

interface Held {
  seq: number
  /** Null: gone for this viewer. */
  row: unknown
}

/** What one viewer knows of a site, kept as `docs/protocol.md` says: one reducer for reads, frames and acks. */
export class Replica {
  epoch: string | null = null
  /** Goes up with all that may change what is shown. */
  revision = 0
  readonly #held = new Map<string, Held>()
  readonly #cursors = new Map<StreamName, number>()

  cursor(stream: StreamName): number | undefined {
    return this.#cursors.get(stream)
  }

  /** All rows of a stream, of which the oldest was read at `asOf`. What is older and not among them is gone. */
  learn(at: { epoch: string; asOf: number }, changes: readonly Change[], stream: StreamName): void {
    if (at.epoch !== this.epoch) this.forget()
    this.epoch = at.epoch
    this.revision++
    for (const [key, { seq }] of this.#held)
      if (key.startsWith('own ') === (stream === 'me') && seq <= at.asOf) this.#held.delete(key)
    this.#apply(changes)
    this.#cursors.set(stream, at.asOf)
  }

  /** What an ack says of entities. */
  hear(epoch: string, changes: readonly Change[]): void {
    if (epoch === this.epoch) this.#apply(changes)
  }

  /** False: something before the frame is missing, pull. */
  receive({ stream, epoch, from, to, changes }: Frame): boolean {
    const cursor = this.#cursors.get(stream)
    if (epoch !== this.epoch || cursor === undefined || from > cursor) return false
    if (to > cursor) {
      this.#apply(changes)
      this.#cursors.set(stream, to)
    }
    return true
  }

  /** Cursors are void: all has to be read anew. */
  forget(): void {
    this.revision++
    this.#held.clear()
    this.#cursors.clear()
    this.epoch = null
  }

  /** Every entity on show, by `entity id`. A thread that is gone takes its text and replies with it. */
  rows(): Map<string, unknown> {
    const isThere = (id: string) => this.#held.get(`thread ${id}`)?.row != null
    const shown = new Map<string, unknown>()
    for (const [key, { row }] of this.#held) {
      if (row === null || (key.startsWith('body ') && !isThere(key.slice('body '.length)))) continue
      if (key.startsWith('reply ') && !isThere((row as { thread: string }).thread)) continue
      shown.set(key, row)
    }
    return shown
  }

  #apply(changes: readonly Change[]): void {
    this.revision += changes.length
    for (const change of changes) {
      const key = `${change.entity} ${change.id}`
      if ((this.#held.get(key)?.seq ?? -1) >= change.seq) continue
      this.#held.set(key, { seq: change.seq, row: change.op === 'put' ? change.row : null })
    }
  }
}
