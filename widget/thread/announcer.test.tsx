import { act, render } from '@testing-library/preact'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { Notice } from '../model/types.ts'
import { drawWithSignals, Give } from '../signals/render.ts'
import { signal } from '../signals/signal.ts'
import { Announcer } from './announcer.tsx'
import type { Said } from './widget.ts'

beforeAll(() => drawWithSignals())
beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('[A7] reads out one text after the other, each for its second, and cuts none off', async () => {
  const said = signal<Said | null>(null)
  const widget = { said, waits: signal(0), conversation: { notice: signal(null) } }
  const { container } = render(
    <Give all={{ widget }}>
      <Announcer />
    </Give>,
  )
  const read = () => [...container.querySelectorAll('[aria-live]')].map(region => region.textContent)
  const pass = (ms: number) => act(() => void vi.advanceTimersByTime(ms))
  await pass(50)
  await act(() => {
    said.value = { voice: 'polite', text: 'Link copied' }
    said.value = { voice: 'assertive', text: 'Error: Write a message' }
    said.value = { voice: 'polite', text: '1 result' }
  })
  expect(read()).toEqual(['Link copied', ''])
  await pass(900)
  expect(read()).toEqual(['Link copied', ''])
  await pass(100)
  expect(read()).toEqual(['', 'Error: Write a message'])
  await pass(1000)
  expect(read()).toEqual(['1 result', ''])
  await pass(1000)
  expect(read()).toEqual(['', ''])
})

it('[A7] waits as long as was said last, with one clock, and no longer than it is there', async () => {
  const notice = signal<Notice | null>(null)
  const waits = signal(0)
  const widget = { said: signal(null), waits, t: (key: string) => key, conversation: { notice } }
  const { unmount } = render(
    <Give all={{ widget }}>
      <Announcer />
    </Give>,
  )
  const pass = (ms: number) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)))
  const refuse = async (retryAfter: number) => {
    notice.value = { voice: 'assertive', what: 'failed', failure: { code: 'rate_limited', retryAfter } }
    await vi.dynamicImportSettled()
  }
  await pass(50)
  await refuse(60)
  await refuse(10)
  expect(waits.peek()).toBe(10)
  await pass(2_000)
  expect(waits.peek()).toBe(8)
  await pass(9_000)
  expect(waits.peek()).toBe(0)
  void refuse(30)
  unmount()
  await vi.dynamicImportSettled()
  expect(waits.peek()).toBe(0)
})
