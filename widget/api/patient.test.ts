import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { refusal } from './http.ts'
import { askPatiently, wishPatiently } from './patient.ts'

describe('[D10] the admin asks again, calmly', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  /** Refuses by these, one after the other, then answers. */
  const server = (...refusals: Error[]) => {
    let asked = 0
    return {
      ask: async () => {
        const refused = refusals[asked++]
        if (refused) throw refused
        return 'done'
      },
      asked: () => asked,
    }
  }
  const outcome = async (asking: Promise<unknown>) => {
    const settled = asking.catch(thrown => thrown.failure.code)
    await vi.runAllTimersAsync()
    return settled
  }

  it('while the server is busy or out of reach', async () => {
    const busy = server(refusal('busy', 1), refusal('network'), refusal('busy'))
    expect(await outcome(askPatiently(busy.ask))).toBe('done')
    expect(busy.asked()).toBe(4)
  })

  it('not before the server wants to be asked', async () => {
    const busy = server(refusal('busy', 10))
    const asking = askPatiently(busy.ask)
    await vi.advanceTimersByTimeAsync(7_000)
    expect(busy.asked()).toBe(1)
    expect(await outcome(asking)).toBe('done')
  })

  it('not for ever, and never what was refused for good', async () => {
    const down = server(...Array.from({ length: 9 }, () => refusal('network')))
    expect(await outcome(askPatiently(down.ask))).toBe('network')
    expect(down.asked()).toBe(5)
    const no = server(refusal('forbidden'))
    expect(await outcome(askPatiently(no.ask))).toBe('forbidden')
    expect(no.asked()).toBe(1)
  })

  it('for a wish only where it was certainly not done', async () => {
    const busy = server(refusal('busy'))
    expect(await outcome(wishPatiently(busy.ask))).toBe('done')
    const lost = server(refusal('network'))
    expect(await outcome(wishPatiently(lost.ask))).toBe('network')
    expect(lost.asked()).toBe(1)
  })
})
