import type { Change, Frame, StreamName } from '../../server/contract/feed.ts'
import type { OwnView } from '../../server/contract/own.ts'
import type { ReplyView } from '../../server/contract/reply.ts'
import type { SiteView } from '../../server/contract/site.ts'
import type { BodyView, ThreadView } from '../../server/contract/thread.ts'
import type { Signal } from '../signals/signal.ts'
import { batch, signal } from '../signals/signal.ts'

export interface Rows {
  thread: ThreadView
  body: BodyView
  reply: ReplyView
  own: OwnView
  site: SiteView
}
export type Entity = keyof Rows

/** `undefined`: never heard of · `null`: gone for this viewer. */
export type Known<E extends Entity> = Rows[E] | null | undefined

export interface Cell<E extends Entity = Entity> {
  seq: number
  row: Signal<Known<E>>
}

/** The position some rows were read at. */
export interface At {
  epoch: string
  asOf: number
}

export interface Replica {
  row: <E extends Entity>(entity: E, id: string) => Signal<Known<E>>
  epoch: () => string | null
  cursor: (stream: StreamName) => number | undefined
  /** Rows of a read. With a stream, everything up to `asOf` counts as known, and nothing after it. */
  learn: (at: At, changes: readonly Change[], stream?: StreamName) => void
  /** False: something before the frame is missing, pull. */
  receive: (frame: Frame) => boolean
  /** Whatever comes next replaces what is known, which stays on screen until then. */
  forget: () => void
  /** Every cell, by `entity:id`. */
  cells: ReadonlyMap<string, Cell>
  /** As if the stream had never been followed. */
  leave: (stream: StreamName) => void
}

interface Ears {
  /** Puts that are of no use on this screen need no memory. */
  keep: (change: Change & { op: 'put' }) => boolean
  /** Told of each change that was news, before anything is drawn; `was` is the row before it. */
  heard: (change: Change, was: Known<Entity>) => void
}

/** One reducer for snapshot, frame and ack: what is known of each entity, and up to where each stream. */
export const createReplica = ({ keep, heard }: Ears): Replica => {
  const cells = new Map<string, Cell>()
  const cursors = new Map<StreamName, number>()
  let epoch: string | null = null

  const cellOf = (entity: Entity, id: string): Cell => {
    const key = `${entity}:${id}`
    const cell = cells.get(key) ?? { seq: -1, row: signal<Known<Entity>>(undefined) }
    cells.set(key, cell)
    return cell
  }

  const apply = (changes: readonly Change[]) => {
    for (const change of changes) {
      if (change.op === 'put' && !keep(change)) continue
      const cell = cellOf(change.entity, change.id)
      if (change.seq <= cell.seq) continue
      const was = cell.row.peek()
      cell.seq = change.seq
      cell.row.value = change.op === 'put' ? change.row : null
      heard(change, was)
    }
  }

  const forget = () => {
    for (const cell of cells.values()) cell.seq = -1
    cursors.clear()
  }

  return {
    row: <E extends Entity>(entity: E, id: string) => cellOf(entity, id).row as Signal<Known<E>>,
    epoch: () => epoch,
    cursor: stream => cursors.get(stream),
    learn: (at, changes, stream) =>
      batch(() => {
        if (at.epoch !== epoch) {
          forget()
          epoch = at.epoch
        }
        apply(changes)
        if (stream) cursors.set(stream, Math.min(cursors.get(stream) ?? at.asOf, at.asOf))
      }),
    receive: frame => {
      const cursor = cursors.get(frame.stream)
      if (frame.epoch !== epoch || cursor === undefined || frame.from > cursor) return false
      if (frame.to > cursor) {
        batch(() => apply(frame.changes))
        cursors.set(frame.stream, frame.to)
      }
      return true
    },
    forget,
    cells,
    leave: stream => cursors.delete(stream),
  }
}

/** A read's rows as changes, so that they take the same way as every other. */
export const puts = <E extends 'thread' | 'reply' | 'own' | 'site'>(
  entity: E,
  rows: readonly Rows[E][],
): Change[] => rows.map(row => ({ op: 'put', entity, id: row.id, seq: row.seq, row }) as Change)
