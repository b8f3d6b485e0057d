import type { Pass } from '../../../server/contract/passes.ts'
import { settle } from '../../api/http.ts'
import type { WidgetConfig } from '../../config.ts'
import type { PassMessage } from '../pass/handshake.ts'
import { addressOf, hear } from '../pass/handshake.ts'

const LOOK = 'popup,width=480,height=680'
const STATE_BYTES = 24

/** One wish of this page for a pass, until it has one or gives up. */
export interface Asking {
  /** Of the window, for whoever has to open it by hand. */
  readonly address: string
  /** Opens the window; false where the browser does not let us. */
  open: () => boolean
  /** Turns a code into a pass. Rejects with Refusal. */
  claim: (code: string) => Promise<Pass>
  end: () => void
}

/** What nobody but this page knows, and no longer than it waits. */
const newState = () =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(STATE_BYTES))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')

/** @param came called with the code that the window gave */
export const askForPass = (
  { origin, site }: Pick<WidgetConfig, 'origin' | 'site'>,
  came: (code: string) => void,
): Asking => {
  const state = newState()
  const address = addressOf(origin, { site, origin: location.origin, state })
  let opened: Window | null = null
  const say = (message: PassMessage) => opened?.postMessage(message, origin)
  const end = hear(
    () => opened,
    origin,
    message => {
      if (message.parla === 'ready') say({ parla: 'wish', site, state })
      if (message.parla !== 'code' || message.state !== state) return
      came(message.code)
      say({ parla: 'taken' })
    },
  )
  return {
    address,
    open: () => {
      opened = window.open(address, 'parla-team', LOOK)
      return opened !== null && !opened.closed
    },
    claim: code =>
      settle<Pass>(
        fetch(`${origin}/api/v1/sites/${site}/passes`, {
          method: 'POST',
          credentials: 'omit',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ code, state }),
        }),
      ),
    end,
  }
}
