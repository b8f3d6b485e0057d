import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Change, Frame } from '../../server/contract/feed.ts'
import { change, serverWith } from './replica.fixture.ts'
import type { Replica } from './replica.ts'
import { createReplica } from './replica.ts'

const listen = () => createReplica({ keep: () => true, heard: () => {} })

/** What a replica shows of the server's threads; gone and never known look the same. */
const shown = (replica: Replica, ids: readonly string[]) =>
  Object.fromEntries(ids.map(id => [id, replica.row('thread', id).peek() ?? null]))

const shownBy = (snapshot: readonly Change[], ids: readonly string[]) => {
  const fresh = listen()
  fresh.learn({ epoch: 'e_1', asOf: 0 }, snapshot)
  return shown(fresh, ids)
}

const steps = fc.array(
  fc.record({ id: fc.constantFrom('t_a', 't_b', 't_c', 't_d'), op: fc.constantFrom('put', 'put', 'del') }),
  { maxLength: 30 },
)

describe('replica', () => {
  it('equals a fresh snapshot after any shuffle, duplication and loss of frames and one pull', () => {
    fc.assert(
      fc.property(
        steps,
        fc.nat(30),
        fc.array(fc.nat(8), { maxLength: 30 }),
        fc.array(fc.nat(1000), { maxLength: 60 }),
        (made, at, cuts, deliveries) => {
          const server = serverWith(made)
          const asOf = Math.min(at, server.head)
          const replica = listen()
          replica.learn({ epoch: 'e_1', asOf }, server.snapshot(asOf), 'public')

          const frames: Frame[] = []
          for (let from = asOf, turn = 0; from < server.head; turn++) {
            const to = Math.min(server.head, from + 1 + (cuts[turn] ?? 0))
            frames.push(server.frame(from, to))
            from = to
          }
          // Any of them, in any order, any number of times.
          for (const pick of deliveries) {
            const frame = frames[pick % Math.max(1, frames.length)]
            if (frame) replica.receive(frame)
          }
          const cursor = replica.cursor('public') ?? -1
          expect(cursor).toBeGreaterThanOrEqual(asOf)
          expect(replica.receive(server.frame(cursor, server.head))).toBe(true)

          expect(shown(replica, server.ids)).toEqual(shownBy(server.snapshot(server.head), server.ids))
          expect(replica.cursor('public')).toBe(server.head)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('equals a fresh snapshot when acks and pages read earlier or later come in between', () => {
    fc.assert(
      fc.property(steps, fc.array(fc.tuple(fc.boolean(), fc.nat(30)), { maxLength: 20 }), (made, reads) => {
        const server = serverWith(made)
        const replica = listen()
        replica.learn({ epoch: 'e_1', asOf: 0 }, [], 'public')
        for (const [isAck, at] of reads) {
          const asOf = Math.min(at, server.head)
          if (isAck) replica.learn({ epoch: 'e_1', asOf }, server.changes(asOf - 1, asOf))
          else replica.learn({ epoch: 'e_1', asOf }, server.snapshot(asOf), 'public')
        }
        const cursor = replica.cursor('public') ?? -1
        expect(cursor).toBe(0)
        replica.receive(server.frame(cursor, server.head))
        expect(shown(replica, server.ids)).toEqual(shownBy(server.snapshot(server.head), server.ids))
      }),
    )
  })

  it('never goes back to an earlier state of an entity', () => {
    const replica = listen()
    replica.learn({ epoch: 'e_1', asOf: 9 }, [change('t_a', 9)])
    replica.learn({ epoch: 'e_1', asOf: 3 }, [change('t_a', 3)], 'public')
    expect(replica.row('thread', 't_a').peek()).toMatchObject({ seq: 9 })
    replica.receive({ stream: 'public', epoch: 'e_1', from: 3, to: 5, changes: [change('t_a', 5, 'del')] })
    expect(replica.row('thread', 't_a').peek()).toMatchObject({ seq: 9 })
  })

  it('asks for what is missing before a frame instead of skipping it', () => {
    const replica = listen()
    replica.learn({ epoch: 'e_1', asOf: 3 }, [], 'public')
    const late: Frame = { stream: 'public', epoch: 'e_1', from: 5, to: 6, changes: [change('t_a', 6)] }
    expect(replica.receive(late)).toBe(false)
    expect(replica.row('thread', 't_a').peek()).toBeUndefined()
    expect(replica.receive({ ...late, from: 3, to: 5, changes: [] })).toBe(true)
    expect(replica.receive(late)).toBe(true)
    expect(replica.row('thread', 't_a').peek()).toMatchObject({ seq: 6 })
  })

  it('takes no frame of another epoch and none of a stream it does not follow', () => {
    const replica = listen()
    replica.learn({ epoch: 'e_1', asOf: 3 }, [], 'public')
    const frame: Frame = { stream: 'public', epoch: 'e_2', from: 0, to: 9, changes: [change('t_a', 9)] }
    expect(replica.receive(frame)).toBe(false)
    expect(replica.receive({ ...frame, epoch: 'e_1', stream: 'me' })).toBe(false)
    expect(replica.row('thread', 't_a').peek()).toBeUndefined()
  })

  it('starts anew with a read of another epoch, though its numbers are smaller', () => {
    const replica = listen()
    replica.learn({ epoch: 'e_1', asOf: 90 }, [change('t_a', 90)], 'public')
    replica.learn({ epoch: 'e_2', asOf: 5 }, [change('t_a', 4)], 'public')
    expect(replica.row('thread', 't_a').peek()).toMatchObject({ seq: 4 })
    expect(replica.cursor('public')).toBe(5)
  })

  it('keeps no replies that nobody reads, but remembers deletions', () => {
    const replica = createReplica({ keep: put => put.entity !== 'reply', heard: () => {} })
    const del: Change = { op: 'del', entity: 'reply', id: 'r_a', seq: 2 }
    replica.learn({ epoch: 'e_1', asOf: 2 }, [del], 'public')
    expect(replica.row('reply', 'r_a').peek()).toBeNull()
  })
})
