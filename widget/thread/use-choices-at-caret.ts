import { useEffect, useSignal, useSignalEffect } from '../signals/render.ts'
import type { ReadonlySignal } from '../signals/signal.ts'
import type { Writing } from './writing.ts'

interface Asked<T> {
  writing: Writing
  /** The list's own id; its options' begin with it. */
  list: string
  /** What fits the text before the caret. */
  find: (before: string) => readonly T[]
  /** The text before the caret once one was taken. */
  put: (one: T, before: string) => string
}

export interface ChoicesAtCaret<T> {
  readonly found: ReadonlySignal<readonly T[]>
  /** Which of them Enter would take. */
  readonly at: ReadonlySignal<number>
  look: () => void
  take: (one: T) => void
}

/** What a word that is being typed may become. The focus stays in the text; arrows choose, Enter and Tab take. */
export const useChoicesAtCaret = <T extends { readonly id: string }>({
  writing,
  list,
  find,
  put,
}: Asked<T>): ChoicesAtCaret<T> => {
  const found = useSignal<readonly T[]>([])
  const at = useSignal(0)

  const look = () => {
    const { field } = writing
    found.value = field ? find(field.value.slice(0, field.selectionStart)) : []
    at.value = 0
  }
  const take = (one: T) => {
    const { field } = writing
    if (!field) return
    const caret = field.selectionStart
    const text = put(one, field.value.slice(0, caret))
    const all = text + field.value.slice(caret)
    writing.text.value = all
    found.value = []
    // In the field at once, or what is typed next stands before the caret moves.
    field.value = all
    field.focus()
    field.setSelectionRange(text.length, text.length)
  }

  useEffect(() => {
    const { field } = writing
    if (!field) return
    const hear = (event: KeyboardEvent) => {
      const n = found.peek().length
      if (!n || event.isComposing) return
      const keys: Record<string, () => void> = {
        ArrowDown: () => {
          at.value = (at.peek() + 1) % n
        },
        ArrowUp: () => {
          at.value = (at.peek() + n - 1) % n
        },
        Enter: () => take(found.peek()[at.peek()] as T),
        Tab: () => take(found.peek()[at.peek()] as T),
        Escape: () => {
          found.value = []
        },
      }
      const act = event.ctrlKey || event.metaKey || event.shiftKey ? undefined : keys[event.key]
      if (!act) return
      event.preventDefault()
      event.stopPropagation()
      act()
    }
    const close = () => {
      found.value = []
    }
    field.setAttribute('aria-autocomplete', 'list')
    field.addEventListener('input', look)
    field.addEventListener('click', look)
    field.addEventListener('blur', close)
    field.addEventListener('keydown', hear, true)
    return () => {
      for (const name of ['aria-autocomplete', 'aria-controls', 'aria-activedescendant'])
        field.removeAttribute(name)
      field.removeEventListener('input', look)
      field.removeEventListener('click', look)
      field.removeEventListener('blur', close)
      field.removeEventListener('keydown', hear, true)
    }
  }, [])

  useSignalEffect(() => {
    const one = found.value[at.value]
    const { field } = writing
    if (!one) {
      field?.removeAttribute('aria-controls')
      field?.removeAttribute('aria-activedescendant')
      return
    }
    field?.setAttribute('aria-controls', list)
    field?.setAttribute('aria-activedescendant', `${list}-${one.id}`)
  })
  return { found, at, look, take }
}
