import { PASS_MS } from '../../../server/contract/limits.ts'
import type { Pass } from '../../../server/contract/passes.ts'
import type { ReadonlySignal } from '../../signals/signal.ts'
import { signal } from '../../signals/signal.ts'

/** Somebody of the team on this page, for as long as a pass lasts. Kept nowhere but here. */
export interface Duty {
  readonly me: ReadonlySignal<Pass['me']>
  readonly token: ReadonlySignal<string>
  /** Nothing is allowed any more until the pass is renewed. */
  readonly over: ReadonlySignal<boolean>
  /** When it ends by this browser's clock, in milliseconds: the server's may be another. */
  readonly endsAt: ReadonlySignal<number>
  take: (pass: Pass) => void
  /** The server says that it is over. */
  lose: () => void
  end: () => void
}

export const createDuty = (first: Pass): Duty => {
  const me = signal(first.me)
  const token = signal(first.token)
  const over = signal(false)
  const endsAt = signal(0)
  let timer: ReturnType<typeof setTimeout> | undefined
  const end = () => clearTimeout(timer)
  const lose = () => {
    end()
    over.value = true
  }
  const take = (pass: Pass) => {
    end()
    me.value = pass.me
    token.value = pass.token
    endsAt.value = Date.now() + PASS_MS
    over.value = false
    timer = setTimeout(lose, PASS_MS)
  }
  take(first)
  return { me, token, over, endsAt, take, lose, end }
}
