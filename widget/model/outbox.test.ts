// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CommandResult } from '../../server/contract/commands.ts'
import { refusal } from '../api/http.ts'
import { createShelf } from '../api/shelf.ts'
import { createStorage } from '../api/storage.ts'
import { createOutbox } from './outbox.ts'
import type { Entry, NewEntry, Outbox, Told } from './outbox-entry.ts'
import type { FailureCode } from './types.ts'

interface Sending {
  entry: Entry
  answer: () => Promise<void>
  fail: (code: FailureCode, retryAfter?: number) => Promise<void>
}

/** What the tabs of one browser have in common. */
const openBrowser = () => {
  const heard = new Set<(message: Told) => void>()
  let turn = Promise.resolve()
  return {
    join: (hear: (message: Told) => void) => {
      heard.add(hear)
      return {
        tell: (message: Told) => {
          for (const other of heard) if (other !== hear) queueMicrotask(() => other(message))
        },
        end: () => void heard.delete(hear),
      }
    },
    alone: (work: () => Promise<void>) => {
      turn = turn.then(work)
      return turn
    },
  }
}

const settled = async () => {
  await vi.advanceTimersByTimeAsync(0)
}

/** An outbox whose post goes where the test decides. */
const setUp = (browser = openBrowser()) => {
  const sent: Sending[] = []
  const log: string[] = []
  const storage = createStorage('s_test')
  const outbox: Outbox = createOutbox(
    { shelf: createShelf('parla:s_test', storage), ...browser },
    {
      send: entry =>
        new Promise((resolve, reject) => {
          sent.push({
            entry,
            answer: () => {
              resolve({ id: entry.id, epoch: 'e_1', seq: 1, changes: [] } satisfies CommandResult)
              return settled()
            },
            fail: (code, retryAfter) => {
              reject(refusal(code, retryAfter ?? null))
              return settled()
            },
          })
        }),
      came: entry => log.push(`came ${entry.id}`),
      accepted: entry => log.push(`accepted ${entry.id}`),
      refused: (entry, failure, awaited) => {
        log.push(`refused ${entry.id} ${failure.code}${awaited ? '' : ' to nobody'}`)
        return entry.keep
      },
      moved: entry => log.push(`${entry.delivery.state} ${entry.id}`),
      left: entry => log.push(`left ${entry.id}`),
    },
  )
  const put = (id: string, changed: Partial<NewEntry> = {}) => {
    const entry = { id, name: 'reply.post', input: { body: id }, lane: 't_a', keep: true, delta: 0 } as const
    return outbox.add({ ...entry, ...changed })
  }
  const add = async (id: string, changed: Partial<NewEntry> = {}) => {
    put(id, changed).catch(() => {})
    await settled()
  }
  const states = () => outbox.entries.peek().map(entry => `${entry.id} ${entry.delivery.state}`)
  const tried = () => sent.map(({ entry }) => entry.id)
  const stored = () => storage.read<Entry[]>('outbox')?.map(entry => entry.id) ?? []
  return { outbox, sent, log, put, add, states, tried, stored }
}

beforeEach(() => {
  vi.useFakeTimers()
  // How long it waits is left to chance, up to a limit.
  vi.spyOn(Math, 'random').mockReturnValue(0.5)
  localStorage.clear()
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

describe('outbox', () => {
  it('sends one after the other within a lane, and lanes beside each other', async () => {
    const { add, tried, sent } = setUp()
    await add('one')
    await add('two')
    await add('other', { lane: 't_b' })
    expect(tried()).toEqual(['one', 'other'])
    await sent[0]?.answer()
    expect(tried()).toEqual(['one', 'other', 'two'])
  })

  it('[C4] stores before it sends, and forgets what was answered', async () => {
    const { put, sent, states, stored, tried } = setUp()
    const answered = put('one')
    expect([states(), tried()]).toEqual([['one sending'], []])
    await settled()
    expect([stored(), tried()]).toEqual([['one'], ['one']])
    await sent[0]?.answer()
    expect(await answered).toMatchObject({ id: 'one' })
    expect(states()).toEqual([])
    expect(localStorage).toHaveLength(0)
  })

  it.each(['network', 'busy', 'internal'] as const)(
    'queues after %s and tries again by itself, with the same id',
    async code => {
      const { add, sent, states, tried } = setUp()
      await add('one')
      await add('two')
      await sent[0]?.fail(code)
      expect(states()).toEqual(['one queued', 'two queued'])
      await vi.advanceTimersByTimeAsync(2_000)
      expect(tried()).toEqual(['one', 'one'])
      await sent[1]?.answer()
      expect(tried()).toEqual(['one', 'one', 'two'])
    },
  )

  it('waits as long as the server asks', async () => {
    const { add, sent, tried } = setUp()
    await add('one')
    await sent[0]?.fail('busy', 30)
    await vi.advanceTimersByTimeAsync(29_000)
    expect(tried()).toEqual(['one'])
    await vi.advanceTimersByTimeAsync(1_000)
    expect(tried()).toEqual(['one', 'one'])
  })

  it('says of what is added while the network is away that it waits', async () => {
    const { add, put, sent, states, tried, outbox } = setUp()
    await add('one')
    await sent[0]?.fail('network')
    const waiting = put('other', { lane: 't_b' })
    await settled()
    expect(await waiting).toBeUndefined()
    expect(states()).toEqual(['one queued', 'other queued'])
    outbox.wake()
    await settled()
    expect(tried()).toEqual(['one', 'one', 'other'])
  })

  it('keeps a refused message for its author, also over a reload, and goes on with the next', async () => {
    const { put, sent, states, outbox, stored, log } = setUp()
    const one = put('one')
    const two = put('two')
    await settled()
    const refused = expect(one).rejects.toMatchObject({ failure: { code: 'thread_locked' } })
    await sent[0]?.fail('thread_locked')
    await refused
    expect(states()).toEqual(['one failed', 'two sending'])
    await sent[1]?.answer()
    await two
    expect(stored()).toEqual(['one'])
    expect(log).toContain('refused one thread_locked')
    outbox.end()

    const after = setUp()
    after.outbox.wake()
    await vi.advanceTimersByTimeAsync(60_000)
    expect([after.states(), after.tried()]).toEqual([['one failed'], []])
    const [failed] = after.outbox.entries.peek()
    if (failed) after.outbox.retry(failed)
    await settled()
    expect(after.states()).toEqual(['one sending'])
    await after.sent[0]?.answer()
    expect([after.states(), after.stored()]).toEqual([[], []])
  })

  it('gives up at once on what is not to be kept', async () => {
    const { put, sent, states } = setUp()
    const refused = expect(put('one', { keep: false })).rejects.toMatchObject({
      failure: { code: 'network' },
    })
    await sent[0]?.fail('network')
    await refused
    expect(states()).toEqual([])
    expect(localStorage).toHaveLength(0)
  })

  it('does not send again what a frame has shown to have arrived', async () => {
    const { add, sent, states, tried, outbox } = setUp()
    await add('one')
    const entry = outbox.find('one')
    if (entry) outbox.count(entry)
    await sent[0]?.fail('network')
    expect(states()).toEqual([])
    expect(localStorage).toHaveLength(0)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(tried()).toEqual(['one'])
  })

  it('finds after a reload what was not answered before', async () => {
    const before = setUp()
    await before.add('one')
    await before.add('two')
    await before.sent[0]?.fail('network')
    before.outbox.end()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(before.tried()).toEqual(['one'])
    const after = setUp()
    after.outbox.wake()
    await settled()
    expect(after.log.slice(0, 4)).toEqual(['came one', 'queued one', 'came two', 'queued two'])
    await after.sent[0]?.answer()
    await after.sent[1]?.answer()
    expect([after.tried(), after.stored()]).toEqual([['one', 'two'], []])
  })

  it('is one for all tabs: what one has written the sender sends, once, and all see the outcome', async () => {
    const browser = openBrowser()
    const [here, there] = [setUp(browser), setUp(browser)]
    await here.add('one')
    await there.add('two')
    expect([here.tried(), there.tried()]).toEqual([['one'], []])
    expect([here.states(), there.states().sort()]).toEqual([
      ['one sending', 'two sending'],
      ['one sending', 'two sending'],
    ])
    await here.sent[0]?.fail('network')
    expect(there.states().sort()).toEqual(['one queued', 'two queued'])
    there.outbox.wake()
    const [first] = there.outbox.entries.peek().filter(entry => entry.id === 'one')
    if (first) there.outbox.retry(first)
    await settled()
    await here.sent[1]?.answer()
    await here.sent[2]?.answer()
    expect([here.tried(), there.tried()]).toEqual([['one', 'one', 'two'], []])
    expect(there.log.filter(line => line.startsWith('accepted'))).toEqual(['accepted one', 'accepted two'])
    expect([here.states(), there.states(), here.stored()]).toEqual([[], [], []])
  })

  it('is sent by another tab when the sender goes', async () => {
    const browser = openBrowser()
    const [here, there] = [setUp(browser), setUp(browser)]
    await here.add('one')
    await there.add('two')
    here.outbox.end()
    await settled()
    expect(there.tried()).toEqual(['one'])
    await there.sent[0]?.answer()
    await there.sent[1]?.answer()
    expect([there.tried(), there.stored()]).toEqual([['one', 'two'], []])
  })

  it('takes back in all tabs what its author discards in one', async () => {
    const browser = openBrowser()
    const [here, there] = [setUp(browser), setUp(browser)]
    await here.add('one')
    await here.sent[0]?.fail('thread_locked')
    expect(there.states()).toEqual(['one failed'])
    const entry = there.outbox.find('one')
    if (entry) there.outbox.remove(entry)
    await settled()
    expect([there.states(), here.stored()]).toEqual([[], []])
    await vi.advanceTimersByTimeAsync(1_500)
    expect(here.states()).toEqual([])
    expect(here.log).toContain('left one')
  })

  it('says nothing more of what was removed while it was on its way', async () => {
    const { add, sent, outbox, log, stored } = setUp()
    for (const id of ['one', 'two']) await add(id, { lane: id })
    for (const entry of outbox.entries.peek()) outbox.remove(entry)
    await sent[0]?.answer()
    await sent[1]?.fail('network')
    expect(log).toEqual(['left one', 'left two'])
    expect(stored()).toEqual([])
  })

  it('[C3] shows what another tab has sent until it hears the answer, although the shelf is empty by then', async () => {
    const browser = openBrowser()
    const slow: (() => void)[] = []
    const late = {
      ...browser,
      join: (hear: (message: Told) => void) => browser.join(message => void slow.push(() => hear(message))),
    }
    const [here, there] = [setUp(browser), setUp(late)]
    await here.add('one')
    there.outbox.wake()
    await settled()
    await here.sent[0]?.answer()
    expect(here.stored()).toEqual([])
    there.outbox.wake()
    await settled()
    expect(there.states()).toEqual(['one sending'])
    for (const hear of slow) hear()
    expect(there.states()).toEqual([])
    expect(there.log.slice(-2)).toEqual(['accepted one', 'left one'])
  })
})
