import { describe, expect, it } from 'vitest'
import { divergence } from './divergence.ts'
import type { Anomalies } from './judge.ts'
import { judge, NO_ANOMALIES } from './judge.ts'
import type { Kept, KeptMessage } from './kept.ts'
import { markedBody } from './marks.ts'
import type { Answer, Call, HistoryEvent } from './recorder.ts'

const call = (id: string, name: Call['name'], input: unknown = {}): Call => ({
  id,
  by: 'p_anna',
  name,
  input,
})
const invoke = (at: number, of: Call): HistoryEvent => ({ type: 'invoke', at, call: of })
const ok = (at: number, of: Call, answer: Answer): HistoryEvent => ({ type: 'ok', at, call: of, answer })
const fail = (at: number, of: Call, code = 'forbidden'): HistoryEvent => ({
  type: 'fail',
  at,
  call: of,
  code,
})
const unknown = (at: number, of: Call): HistoryEvent => ({ type: 'unknown', at, call: of, why: 'reset' })

const post = call('call-post', 'thread.post')
const reply = call('call-reply', 'reply.post', { thread: 't_1' })
const edit = call('call-edit', 'message.edit', { id: 'r_1' })
const vote = call('call-vote', 'vote.set', { id: 't_1', on: true })
const remove = call('call-remove', 'message.delete', { id: 'r_1' })

const message = (id: string, made: string, position: number, written = made): KeptMessage => ({
  id,
  thread: 't_1',
  author: 'p_anna',
  source: markedBody(made, written, 'words'),
  visibility: 'public',
  position,
})

/** A thread and a reply to it, both acknowledged, one after the other. */
const history: HistoryEvent[] = [
  ...[invoke(1, post), ok(2, post, { id: 't_1', seq: 3 })],
  ...[invoke(3, reply), unknown(4, reply), invoke(5, reply), ok(6, reply, { id: 'r_1', seq: 5 })],
]
const answered = (of: Call, id: string, seq: number) => ({ by: of.by, call: of.id, id, seq })
const kept: Kept = {
  messages: [message('t_1', 'call-post', 1), message('r_1', 'call-reply', 4)],
  votes: [],
  answers: [answered(post, 't_1', 3), answered(reply, 'r_1', 5)],
  head: 5,
  seqs: [1, 2, 3, 4, 5],
  counters: [{ what: 't_1 replies', stored: 1, counted: 1 }],
}
const later = (of: Call, seq: number, ...events: HistoryEvent[]) => ({
  events: [...history, invoke(7, of), ...events],
  kept: {
    ...kept,
    answers: [...kept.answers, answered(of, (of.input as { id: string }).id, seq)],
    head: seq,
    seqs: Array.from({ length: seq }, (_, i) => i + 1),
  },
})

const anomalies = (events: HistoryEvent[], store: Kept) => judge(events, store).anomalies
const only = (kind: keyof Anomalies, found: Anomalies) => {
  expect(found[kind]).not.toEqual([])
  expect({ ...found, [kind]: [] }).toEqual(NO_ANOMALIES)
}

describe('the judge of histories', () => {
  it('finds nothing in a flawless history, and counts it', () => {
    const verdict = judge(history, kept)
    expect(verdict).toEqual({
      calls: 2,
      acknowledged: 2,
      refused: 0,
      doubtful: 0,
      unknown: 0,
      anomalies: NO_ANOMALIES,
    })
  })

  it('finds an acknowledged message that is not there', () => {
    const { lost, ...others } = anomalies(history, { ...kept, messages: kept.messages.slice(0, 1) })
    expect(lost).toContain('reply.post call-reply → r_1')
    expect({ ...others, lost: [] }).toEqual(NO_ANOMALIES)
  })

  it('finds an acknowledged message whose place another one took', () => {
    const [thread] = kept.messages as [KeptMessage]
    const found = anomalies(history, { ...kept, messages: [thread, message('r_1', 'call-other', 4)] })
    expect(found.lost).toHaveLength(2)
    expect(found.phantom).toHaveLength(1)
  })

  it('finds an acknowledged edit, vote and removal the store has not got', () => {
    for (const write of [edit, vote, remove]) {
      const id = (write.input as { id: string }).id
      const { events, kept: store } = later(write, 7, ok(8, write, { id, seq: 7 }))
      only('lost', anomalies(events, store))
    }
  })

  it('is content with them where they are', () => {
    const [thread, answer] = kept.messages as [KeptMessage, KeptMessage]
    const cases: [Call, Partial<Kept>][] = [
      [edit, { messages: [thread, { ...answer, source: markedBody('call-reply', 'call-edit', 'new') }] }],
      [vote, { votes: [{ target: 't_1', person: 'p_anna' }] }],
      [remove, { messages: [thread, { ...answer, visibility: 'removed' }] }],
      [remove, { messages: [thread, { ...answer, visibility: 'dropped' }] }],
    ]
    for (const [write, facts] of cases) {
      const id = (write.input as { id: string }).id
      const { events, kept: store } = later(write, 7, ok(8, write, { id, seq: 7 }))
      expect(anomalies(events, { ...store, ...facts })).toEqual(NO_ANOMALIES)
    }
  })

  it('does not miss the vote that nobody cast, where a thread begins with its author’s', () => {
    const { events, kept: store } = later(vote, 7, fail(8, vote))
    expect(anomalies(events, { ...store, votes: [{ target: 't_1', person: 'p_anna' }] })).toEqual(
      NO_ANOMALIES,
    )
  })

  it('takes either fate of a write that nobody answered', () => {
    const { events, kept: store } = later(vote, 7, unknown(8, vote))
    expect(judge(events, store).unknown).toBe(1)
    expect(anomalies(events, store)).toEqual(NO_ANOMALIES)
    expect(anomalies(events, { ...store, votes: [{ target: 't_1', person: 'p_anna' }] })).toEqual(
      NO_ANOMALIES,
    )
  })

  it('takes the acknowledged write that came last, by the feed and not by the clock', () => {
    const off = call('call-off', 'vote.set', { id: 't_1', on: false })
    const { events, kept: store } = later(vote, 9, ok(10, vote, { id: 't_1', seq: 9 }))
    const both = [...events, invoke(7, off), ok(8, off, { id: 't_1', seq: 7 })]
    const answers = [...store.answers, answered(off, 't_1', 7)]
    const votes = [{ target: 't_1', person: 'p_anna' }]
    expect(anomalies(both, { ...store, answers, votes })).toEqual(NO_ANOMALIES)
    only('lost', anomalies(both, { ...store, answers }))
  })

  it('finds a message nobody sent, and one that was refused', () => {
    const stranger = message('r_2', 'call-nobody', 6)
    only('phantom', anomalies(history, { ...kept, messages: [...kept.messages, stranger] }))
    const refused = call('call-refused', 'reply.post')
    const events = [...history, invoke(7, refused), fail(8, refused)]
    const there = message('r_2', 'call-refused', 6)
    expect(anomalies(events, kept)).toEqual(NO_ANOMALIES)
    only('phantom', anomalies(events, { ...kept, messages: [...kept.messages, there] }))
  })

  it('finds the words of an edit that was refused', () => {
    const [thread] = kept.messages as [KeptMessage]
    const messages = [thread, message('r_1', 'call-reply', 4, 'call-edit')]
    only('lost', anomalies([...history, invoke(7, edit), fail(8, edit)], { ...kept, messages }))
  })

  it('does not believe a refusal that followed a lost attempt', () => {
    const doubtful = call('call-doubtful', 'reply.post')
    const events = [
      ...history,
      invoke(7, doubtful),
      unknown(8, doubtful),
      invoke(9, doubtful),
      fail(9, doubtful),
    ]
    const there = message('r_2', 'call-doubtful', 6)
    expect(judge(events, kept)).toMatchObject({ doubtful: 1, refused: 0 })
    expect(anomalies(events, { ...kept, messages: [...kept.messages, there] })).toEqual(NO_ANOMALIES)
  })

  it('finds a message that was made twice', () => {
    const twin = message('r_2', 'call-reply', 6)
    only('duplicated', anomalies(history, { ...kept, messages: [...kept.messages, twin] }))
  })

  it('finds an answer that is no longer remembered, or remembered otherwise', () => {
    only('forgotten', anomalies(history, { ...kept, answers: kept.answers.slice(0, 1) }))
    const other = [answered(post, 't_1', 3), answered(reply, 'r_9', 5)]
    only('forgotten', anomalies(history, { ...kept, answers: other }))
  })

  it('finds two answers to one call that differ', () => {
    only('contradicted', anomalies([...history, ok(7, reply, { id: 'r_2', seq: 8 })], kept))
    only('contradicted', anomalies([...history, fail(7, reply, 'conflict')], kept))
  })

  it('lets an attempt be told to ask later while another is doing the write, and no attempt that came after', () => {
    const [posting, posted, ...rest] = history as [HistoryEvent, HistoryEvent, ...HistoryEvent[]]
    const late = fail(3, post, 'rate_limited')
    expect(anomalies([posting, invoke(1, post), posted, late, ...rest], kept)).toEqual(NO_ANOMALIES)
    only('contradicted', anomalies([posting, posted, invoke(2, post), late, ...rest], kept))
    const lost = [posting, invoke(1, post), posted, unknown(2, post), invoke(2, post), late, ...rest]
    only('contradicted', anomalies(lost, kept))
    const other = fail(3, post, 'forbidden')
    only('contradicted', anomalies([posting, invoke(1, post), posted, other, ...rest], kept))
  })

  it('finds a message that stands before one which was acknowledged before it was sent', () => {
    const second = call('call-second', 'reply.post', { thread: 't_1' })
    const events = [...history, invoke(7, second), ok(8, second, { id: 'r_2', seq: 7 })]
    const store = {
      ...kept,
      answers: [...kept.answers, answered(second, 'r_2', 7)],
      head: 7,
      seqs: [1, 2, 3, 4, 5, 6, 7],
    }
    const after = message('r_2', 'call-second', 6)
    expect(anomalies(events, { ...store, messages: [...kept.messages, after] })).toEqual(NO_ANOMALIES)
    const before = message('r_2', 'call-second', 2)
    only('reordered', anomalies(events, { ...store, messages: [...kept.messages, before] }))
  })

  it('finds a write with an older feed position than one acknowledged before it was sent', () => {
    const { events, kept: store } = later(vote, 4, ok(8, vote, { id: 't_1', seq: 4 }))
    only(
      'reordered',
      anomalies(events, {
        ...store,
        votes: [{ target: 't_1', person: 'p_anna' }],
        head: 5,
        seqs: [1, 2, 3, 4, 5],
      }),
    )
  })

  it('allows any order of messages that were under way together', () => {
    const second = call('call-second', 'reply.post', { thread: 't_1' })
    const events = [...history, invoke(5, second), ok(8, second, { id: 'r_2', seq: 7 })]
    const store = { ...kept, answers: [...kept.answers, answered(second, 'r_2', 7)] }
    const messages = [...kept.messages, message('r_2', 'call-second', 2)]
    expect(anomalies(events, { ...store, messages, head: 7, seqs: [1, 2, 3, 4, 5, 6, 7] })).toEqual(
      NO_ANOMALIES,
    )
  })

  it('finds positions that the feed lacks, holds twice or does not end with', () => {
    only('gaps', anomalies(history, { ...kept, seqs: [1, 2, 4, 5] }))
    only('gaps', anomalies(history, { ...kept, seqs: [1, 2, 2, 3, 4, 5] }))
    only('gaps', anomalies(history, { ...kept, seqs: [1, 2, 3, 4] }))
  })

  it('finds a total that is not what it counts', () => {
    const counters = [{ what: 't_1 replies', stored: 2, counted: 1 }]
    only('drifted', anomalies(history, { ...kept, counters }))
  })
})

describe('the judge of pictures', () => {
  const truth = {
    rows: new Map<string, unknown>([
      ['thread t_1', { title: 'Dark mode', votes: 2 }],
      ['thread t_2', { title: '' }],
    ]),
    required: new Set(['thread t_1']),
    places: new Map([
      ['thread t_1', 1],
      ['thread t_2', 2],
    ]),
  }
  const shown = (...rows: [string, unknown][]) => divergence(truth, new Map(rows))

  it('finds nothing where client and store agree', () => {
    expect(shown(['thread t_1', { votes: 2, title: 'Dark mode' }])).toEqual([])
    expect(shown(['thread t_1', { title: 'Dark mode', votes: 2 }], ['thread t_2', { title: '' }])).toEqual([])
  })

  it('does not ask for what is older than what was read', () => {
    expect(divergence(truth, new Map(), 't_1')).toEqual(['thread t_1: missing'])
    expect(divergence(truth, new Map(), 't_2')).toEqual([])
    const stale = new Map([['thread t_1', { title: 'Dark mode', votes: 1 }]])
    expect(divergence(truth, stale, 't_2')).toEqual(['thread t_1: votes 1 instead of 2'])
  })

  it('finds what is missing, what is old and what ought to be gone', () => {
    expect(shown()).toEqual(['thread t_1: missing'])
    expect(shown(['thread t_1', { title: 'Dark mode', votes: 1 }])).toEqual([
      'thread t_1: votes 1 instead of 2',
    ])
    expect(shown(['thread t_1', { title: 'Dark mode', votes: 2 }], ['reply r_1', {}])).toEqual([
      'reply r_1: not in the store',
    ])
  })
})
