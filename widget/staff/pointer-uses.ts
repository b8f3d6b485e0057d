import type { Storage } from '../api/storage.ts'
import type { Signal } from '../signals/signal.ts'
import { signal } from '../signals/signal.ts'

/** How often each move was made with the pointer on this device; `end` stops counting. */
export const countPointerUses = (
  storage: Storage,
): { pointerUses: Signal<Readonly<Record<string, number>>>; end: () => void } => {
  const pointerUses = signal<Readonly<Record<string, number>>>(storage.read('uses') ?? {})
  const count = (event: MouseEvent) => {
    const { target, detail } = event
    const name = target instanceof Element && target.closest<HTMLElement>('[data-move]')?.dataset.move
    // Keys press buttons too, without a count of clicks.
    if (!name || !detail) return
    pointerUses.value = { ...pointerUses.peek(), [name]: (pointerUses.peek()[name] ?? 0) + 1 }
    storage.write('uses', pointerUses.peek())
  }
  addEventListener('click', count, true)
  return { pointerUses, end: () => removeEventListener('click', count, true) }
}
