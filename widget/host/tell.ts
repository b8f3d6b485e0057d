import type { Hosted } from './hosted.ts'
import type { ParlaEvents } from './parla.d.ts'

export type Tell = <E extends keyof ParlaEvents>(hosted: Hosted, event: E, detail: ParlaEvents[E]) => void

/** Dispatches `parla:…` where the widget stands. */
export const tell: Tell = ({ from }, event, detail) => {
  from.host.dispatchEvent(new CustomEvent(`parla:${event}`, { detail, bubbles: true, composed: true }))
}
