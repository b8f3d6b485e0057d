import type { ReadonlySignal } from '../../signals/signal.ts'
import { signal } from '../../signals/signal.ts'

/** The threads that are ticked, by id. */
export interface Selection {
  readonly ids: ReadonlySignal<ReadonlySet<string>>
  toggle: (id: string) => void
  add: (ids: readonly string[]) => void
  clear: () => void
}

export const createSelection = (): Selection => {
  const ids = signal<ReadonlySet<string>>(new Set())
  return {
    ids,
    toggle: id => {
      const next = new Set(ids.peek())
      if (!next.delete(id)) next.add(id)
      ids.value = next
    },
    add: more => {
      ids.value = new Set([...ids.peek(), ...more])
    },
    clear: () => {
      if (ids.peek().size) ids.value = new Set()
    },
  }
}
