import type { Signal } from '../signals/signal.ts'
import { signal } from '../signals/signal.ts'
import type { Storage } from './storage.ts'

/** `token` and `id` are null while a name was told but no server has heard it yet. */
export interface Session {
  token: string | null
  id: string | null
  name: string | null
  /** The brand vouches for them. */
  verified?: boolean
}

/** The device as it was left here; null before the first own action. */
export const createSession = (storage: Storage): Signal<Session | null> => signal(storage.read<Session>(''))
