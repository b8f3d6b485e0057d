import type { Beacon } from '../contract/feed.ts'

export interface Heads {
  /** Where the site's feed stands, never older than the last {@link Heads.forget} of it. */
  get(siteId: string): Promise<Beacon>
  /** The feed has moved. */
  forget(siteId: string): void
  forgetAll(): void
}

interface Remembered {
  head: Promise<Beacon>
  until: number
}

/** Remembers what `read` answered for at most `freshMs`: a commit of another node may have gone unheard. */
export function createHeads(read: (siteId: string) => Promise<Beacon>, freshMs: number): Heads {
  const known = new Map<string, Remembered>()

  const ask = (siteId: string): Promise<Beacon> => {
    const head = read(siteId)
    const remembered = { head, until: performance.now() + freshMs }
    known.set(siteId, remembered)
    // An error is for those who waited for it and for nobody after them.
    head.catch(() => {
      if (known.get(siteId) === remembered) known.delete(siteId)
    })
    return head
  }

  return {
    get(siteId) {
      const found = known.get(siteId)
      return found && performance.now() < found.until ? found.head : ask(siteId)
    },
    forget(siteId) {
      known.delete(siteId)
    },
    forgetAll() {
      known.clear()
    },
  }
}
