import type { ReadonlySignal } from '../../signals/signal.ts'
import { signal } from '../../signals/signal.ts'

/** As many can be taken back. */
const KEPT = 10

/** Something somebody did a moment ago, and the way back. */
export interface Deed {
  readonly key: number
  readonly text: string
  /** Ids of the messages it is about, where one may ask for it by them. */
  readonly about?: readonly string[]
  /** The words for what went wrong, or null. */
  readonly undo: () => Promise<string | null>
}

export interface Deeds {
  /** Newest first. */
  readonly list: ReadonlySignal<readonly Deed[]>
  add: (deed: Omit<Deed, 'key'>) => void
  /** Takes one back, the newest unless told which. */
  undo: (key?: number) => Promise<string | null>
  forget: () => void
}

export const createDeeds = (): Deeds => {
  const list = signal<readonly Deed[]>([])
  let last = 0
  return {
    list,
    add: deed => {
      list.value = [{ ...deed, key: ++last }, ...list.peek()].slice(0, KEPT)
    },
    undo: async key => {
      const deed = key === undefined ? list.peek()[0] : list.peek().find(one => one.key === key)
      if (!deed) return null
      list.value = list.peek().filter(one => one !== deed)
      const trouble = await deed.undo()
      // What did not come back can be tried again.
      if (trouble !== null) list.value = [deed, ...list.peek()].sort((a, b) => b.key - a.key)
      return trouble
    },
    forget: () => {
      list.value = []
    },
  }
}
