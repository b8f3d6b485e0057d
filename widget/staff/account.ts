import type { StaffSession } from '../../server/contract/person.ts'
import { createOwner, readEntry, signIn, signOut } from '../api/account.ts'
import { failureOf } from '../api/http.ts'
import { askPatiently } from '../api/patient.ts'
import type { Failure } from '../model/types.ts'
import type { ReadonlySignal } from '../signals/signal.ts'
import { computed, signal } from '../signals/signal.ts'

/** `owner`: nobody owns this installation yet. */
export type Door = 'loading' | 'failed' | 'owner' | 'closed' | 'open'

/** Who is signed in, and the ways in and out. */
export interface Account {
  readonly door: ReadonlySignal<Door>
  readonly failure: ReadonlySignal<Failure | null>
  readonly session: ReadonlySignal<StaffSession | null>
  /** They came in through a form just now, which took the focus with it. */
  readonly arrived: ReadonlySignal<boolean>
  /** The session ended without anybody asking for it. */
  readonly ended: ReadonlySignal<boolean>
  enter: () => Promise<void>
  /** Rejects with Refusal. */
  signIn: (credentials: Parameters<typeof signIn>[0]) => Promise<void>
  /** Rejects with Refusal. */
  createOwner: (owner: Parameters<typeof createOwner>[0]) => Promise<void>
  signOut: () => Promise<void>
  /** To be called when the server no longer knows the session. */
  lose: () => void
}

export const createAccount = (): Account => {
  const session = signal<StaffSession | null>(null)
  const failure = signal<Failure | null>(null)
  const hasOwner = signal<boolean | null>(null)
  const ended = signal(false)
  const arrived = signal(false)

  const take = (signedIn: StaffSession) => {
    hasOwner.value = true
    ended.value = false
    arrived.value = true
    session.value = signedIn
  }
  const leave = (unasked: boolean) => {
    ended.value = unasked
    session.value = null
  }

  return {
    session,
    failure,
    ended,
    arrived,
    door: computed(() => {
      if (session.value) return 'open'
      if (failure.value) return 'failed'
      if (hasOwner.value === null) return 'loading'
      return hasOwner.value ? 'closed' : 'owner'
    }),
    enter: async () => {
      failure.value = null
      try {
        const entry = await askPatiently(readEntry)
        hasOwner.value = entry.owner
        session.value = entry.session
      } catch (thrown) {
        failure.value = failureOf(thrown)
      }
    },
    signIn: async credentials => take(await signIn(credentials)),
    createOwner: async owner => {
      try {
        take(await createOwner(owner))
      } catch (thrown) {
        if (failureOf(thrown).code === 'already_set_up') hasOwner.value = true
        throw thrown
      }
    },
    signOut: async () => {
      try {
        await signOut()
      } catch (thrown) {
        if (failureOf(thrown).code !== 'unauthenticated') throw thrown
      }
      leave(false)
    },
    lose: () => leave(true),
  }
}
