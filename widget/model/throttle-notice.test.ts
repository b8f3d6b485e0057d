import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { signal } from '../signals/signal.ts'
import type { Core } from './core.ts'
import { throttleNotice } from './throttle-notice.ts'
import type { Notice } from './types.ts'

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }))
afterEach(() => void vi.useRealTimers())

const begin = () => {
  const core = { notice: signal<Notice | null>(null), typedAt: 0, ends: new Set<() => void>() }
  const tell = throttleNotice(core as unknown as Core, 10_000)
  return { core, tell: (n = 1) => tell({ voice: 'polite', what: 'fresh_threads', n }) }
}

it('[A7] says the first at once, and what follows as one with its count', () => {
  const { core, tell } = begin()
  tell()
  expect(core.notice.value?.n).toBe(1)
  tell(2)
  tell()
  expect(core.notice.value?.n).toBe(1)
  vi.advanceTimersByTime(10_000)
  expect(core.notice.value?.n).toBe(3)
})

it('[A7] says of others nothing to who is typing, until they have paused for three seconds', () => {
  const { core, tell } = begin()
  core.typedAt = Date.now()
  tell()
  vi.advanceTimersByTime(2_000)
  core.typedAt = Date.now()
  tell()
  vi.advanceTimersByTime(2_900)
  expect(core.notice.value).toBeNull()
  vi.advanceTimersByTime(200)
  expect(core.notice.value?.n).toBe(2)
})
