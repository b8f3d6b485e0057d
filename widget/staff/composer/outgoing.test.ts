// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createStorage } from '../../api/storage.ts'
import type { Outgoing } from './outgoing.ts'
import { createOutgoing } from './outgoing.ts'

const REPLY = { thread: 't_1', body: 'Yes.', to: null, seen: 0 }

let sent: string[]
let rescued: [string, string][]
const open = () =>
  createOutgoing(createStorage('staff:test'), {
    send: ({ body }: Outgoing) => sent.push(body),
    rescue: (...text) => rescued.push(text),
  })

beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
  sent = []
  rescued = []
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a public reply', () => {
  it('waits five seconds, then goes', () => {
    const outgoing = open()
    outgoing.add(REPLY)
    vi.advanceTimersByTime(4_999)
    expect([sent, outgoing.list.peek().length]).toEqual([[], 1])
    vi.advanceTimersByTime(1)
    expect([sent, outgoing.list.peek().length]).toEqual([['Yes.'], 0])
  })

  it('does not go once it was taken back', () => {
    const outgoing = open()
    outgoing.add(REPLY)
    expect(outgoing.takeBack('t_2')).toBeNull()
    expect(outgoing.takeBack('t_1')).toMatchObject(REPLY)
    vi.advanceTimersByTime(60_000)
    expect(sent).toEqual([])
    expect(localStorage.length).toBe(0)
  })

  it('goes at once where nothing is to wait, and when the page is left', () => {
    const outgoing = open()
    outgoing.add(REPLY)
    dispatchEvent(new Event('pagehide'))
    expect(sent).toEqual(['Yes.'])
    outgoing.setWait(0)
    outgoing.add({ ...REPLY, body: 'No.' })
    expect(sent).toEqual(['Yes.', 'No.'])
    vi.advanceTimersByTime(60_000)
    expect(sent).toHaveLength(2)
  })

  it('[C4] is handed back after a crash, but not while another page still keeps it', () => {
    open().add(REPLY)
    vi.clearAllTimers()
    open()
    expect(rescued).toEqual([])
    vi.setSystemTime(Date.now() + 60_000)
    open()
    expect([rescued, sent]).toEqual([[['t_1', 'Yes.']], []])
    open()
    expect(rescued).toHaveLength(1)
  })
})
