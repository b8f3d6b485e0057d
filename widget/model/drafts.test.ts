// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createStorage } from '../api/storage.ts'
import { createDrafts } from './drafts.ts'

const setUp = () => createDrafts(createStorage('s_test'))

beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
})
afterEach(() => vi.useRealTimers())

describe('drafts', () => {
  it('are stored half a second after the last key', () => {
    const drafts = setUp()
    drafts.set('post', 'Hel')
    vi.advanceTimersByTime(400)
    drafts.set('post', 'Hello')
    vi.advanceTimersByTime(400)
    expect(localStorage).toHaveLength(0)
    expect(drafts.get('post')).toBe('Hello')
    vi.advanceTimersByTime(100)
    expect(setUp().get('post')).toBe('Hello')
  })

  it('are stored at once when the page is left', () => {
    setUp().set('t_a', 'Half a rep')
    dispatchEvent(new Event('pagehide'))
    expect(setUp().get('t_a')).toBe('Half a rep')
  })

  it('of one target leave those of another tab alone', () => {
    const [here, there] = [setUp(), setUp()]
    here.set('post', 'Mine')
    there.set('t_a', 'Theirs')
    vi.advanceTimersByTime(500)
    expect([setUp().get('post'), setUp().get('t_a')]).toEqual(['Mine', 'Theirs'])
  })

  it('go when they are cleared, and after thirty days', () => {
    const drafts = setUp()
    drafts.set('post', 'Old')
    vi.advanceTimersByTime(500)
    drafts.clear('post')
    expect(localStorage).toHaveLength(0)
    drafts.set('post', 'Old')
    vi.advanceTimersByTime(31 * 24 * 60 * 60 * 1000)
    drafts.set('t_a', 'New')
    vi.advanceTimersByTime(500)
    expect([drafts.get('post'), drafts.get('t_a')]).toEqual(['', 'New'])
  })
})
