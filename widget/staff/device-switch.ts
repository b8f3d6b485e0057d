import type { Storage } from '../api/storage.ts'
import type { Signal } from '../signals/signal.ts'
import { effect, signal } from '../signals/signal.ts'

/** Something one turns on or off for oneself; kept on this device where it is not as it was at first. `end` stops keeping it. */
export const createSwitch = (
  storage: Storage,
  name: string,
  first: boolean,
): { on: Signal<boolean>; end: () => void } => {
  const on = signal(storage.read<boolean>(name) ?? first)
  const end = effect(() => storage.write(name, on.value === first ? null : on.value))
  return { on, end }
}
