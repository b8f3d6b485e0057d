import { useEffect } from 'preact/hooks'
import { useSignal } from '../../signals/render.ts'
import type { PassMessage, PassWish } from './handshake.ts'
import { hear } from './handshake.ts'

/** After which a page that opened this window and says nothing cannot be heard. */
const ANSWER_WITHIN = 1_000

interface AskingPage {
  /** The browser itself says that the page is of the origin it names; null while that may still come. */
  readonly known: boolean | null
  /** It has the code. */
  readonly taken: boolean
  /** Hands the code to a page that is known. */
  give: (code: string) => void
}

/** The page that opened this window, as far as the browser lets us speak to it. */
export const useAskingPage = (wish: PassWish | null): AskingPage => {
  const known = useSignal<boolean | null>(null)
  const taken = useSignal(false)
  const page = () => window.opener as Window | null
  const say = (message: PassMessage) => {
    if (wish) page()?.postMessage(message, wish.origin)
  }
  useEffect(() => {
    if (!wish) return
    const stop = hear(page, wish.origin, message => {
      const { site, state } = wish
      if (message.parla === 'wish' && message.site === site && message.state === state) known.value = true
      if (message.parla === 'taken') taken.value = true
    })
    say({ parla: 'ready' })
    const patience = setTimeout(() => {
      known.value ??= false
    }, ANSWER_WITHIN)
    return () => {
      stop()
      clearTimeout(patience)
    }
  }, [])
  return {
    known: known.value,
    taken: taken.value,
    give: code => {
      if (wish && known.peek()) say({ parla: 'code', state: wish.state, code })
    },
  }
}
