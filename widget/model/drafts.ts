import type { Storage } from '../api/storage.ts'

/** Texts being written, by target: `post`, a thread's id, or `edit:<message id>`. Kept for 30 days. */
export interface Drafts {
  get: (target: string) => string
  /** Hears what other tabs make of it; answers what stops that. One follower per target. */
  follow: (target: string, take: (text: string) => void) => () => void
  /** Stored half a second after the last call, and when the page is left. */
  set: (target: string, text: string) => void
  clear: (target: string) => void
  /** Writes down what has not been yet, and follows other tabs no more. */
  end: () => void
}

const QUIET = 500
const KEPT_FOR = 30 * 24 * 60 * 60 * 1000

type Texts = Record<string, { text: string; at: number }>

/** Unfinished texts, shared by the tabs of one site. */
export const createDrafts = (storage: Storage): Drafts => {
  const followers = new Map<string, (text: string) => void>()
  const changed = new Map<string, string>()
  let timer: ReturnType<typeof setTimeout> | undefined

  const stored = () => storage.read<Texts>('drafts') ?? {}
  const store = () => {
    clearTimeout(timer)
    if (!changed.size) return
    const now = Date.now()
    // Read again: another tab may have written meanwhile.
    const texts = stored()
    for (const [target, text] of changed) texts[target] = { text, at: now }
    for (const [target, { text, at }] of Object.entries(texts))
      if (!text || now - at > KEPT_FOR) delete texts[target]
    changed.clear()
    storage.write('drafts', Object.keys(texts).length ? texts : null)
  }
  const get = (target: string) => changed.get(target) ?? stored()[target]?.text ?? ''
  /** Another tab wrote. What is typed here and not stored yet is newer. */
  const tell = () => {
    for (const [target, take] of followers) if (!changed.has(target)) take(get(target))
  }
  addEventListener('pagehide', store)
  addEventListener('storage', tell)

  return {
    get,
    follow: (target, take) => {
      followers.set(target, take)
      return () => followers.delete(target)
    },
    set: (target, text) => {
      if (text === get(target)) return
      changed.set(target, text)
      clearTimeout(timer)
      timer = setTimeout(store, QUIET)
    },
    clear: target => {
      changed.set(target, '')
      store()
    },
    end: () => {
      store()
      removeEventListener('pagehide', store)
      removeEventListener('storage', tell)
    },
  }
}
