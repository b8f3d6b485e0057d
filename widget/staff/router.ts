import type { ReadonlySignal } from '../signals/signal.ts'
import { signal } from '../signals/signal.ts'
import type { Place } from './address.ts'
import { readAddress, step, writeAddress } from './address.ts'

/** Where one is, in step with the address bar and the browser's Back. */
export interface Router {
  readonly place: ReadonlySignal<Place>
  /** `replace` leaves no step to go back to. */
  go: (to: Partial<Place>, how?: { replace: boolean }) => void
  /** The address of a place, for links. */
  href: (to: Partial<Place>) => string
  end: () => void
}

export const createRouter = (): Router => {
  const place = signal(readAddress(location))
  const follow = () => {
    place.value = readAddress(location)
  }
  addEventListener('popstate', follow)
  const href = (to: Partial<Place>) => writeAddress(step(place.peek(), to))
  return {
    place,
    href,
    go: (to, { replace } = { replace: false }) => {
      const address = href(to)
      if (address === location.pathname + location.search) return
      if (replace) history.replaceState(null, '', address)
      else history.pushState(null, '', address)
      follow()
    },
    end: () => removeEventListener('popstate', follow),
  }
}
