/**
 * What a page and the window in which its team signs in tell each other. Each listens to the other's window and origin
 * alone, and sends to that origin alone.
 */
export type PassMessage =
  /** The window: is somebody there? */
  | { readonly parla: 'ready' }
  /** The page: this is what I want. */
  | { readonly parla: 'wish'; readonly site: string; readonly state: string }
  /** The window: it is allowed. */
  | { readonly parla: 'code'; readonly state: string; readonly code: string }
  /** The page: thank you, close. */
  | { readonly parla: 'taken' }

/** What the window's address says, for browsers that keep the two apart: no promise, only what the page says of itself. */
export interface PassWish {
  readonly site: string
  readonly origin: string
  readonly state: string
}

export const wishOf = (hash: string): PassWish | null => {
  const given = new URLSearchParams(hash.slice(1))
  const [site, origin, state] = [given.get('site'), given.get('origin'), given.get('state')]
  return site && origin && state && URL.canParse(origin) && new URL(origin).origin === origin
    ? { site, origin, state }
    : null
}

export const addressOf = (server: string, wish: PassWish): string =>
  `${server}/inline#${new URLSearchParams({ ...wish })}`

/** Hears what `from` says from `origin`, and nobody else. Answers how to stop. */
export const hear = (
  from: () => Window | null,
  origin: string,
  heard: (message: PassMessage) => void,
): (() => void) => {
  const listen = ({ data, origin: sender, source }: MessageEvent) => {
    const known = from()
    if (!known || source !== known || sender !== origin) return
    if (typeof data === 'object' && data !== null && typeof data.parla === 'string') heard(data)
  }
  addEventListener('message', listen)
  return () => removeEventListener('message', listen)
}
