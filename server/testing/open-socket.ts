import type { Socket } from 'socket.io-client'
import { io } from 'socket.io-client'
import { PROTOCOL } from '../contract/limits.ts'
import type { ClientEvents, ServerEvents } from '../contract/socket.ts'

export interface TestClientParts {
  url: string
  /** The page it pretends to run on; staff come from the server's own origin. */
  origin: string
  site: string
  token?: string
  cookie?: string
  /** Leave to answer on the page it pretends to run on. */
  pass?: string
  /** The server's own origin, where it is known by another one than `url`: behind a proxy. */
  ownOrigin?: string
  /** Of the team, and not to be told of. */
  hidden?: true
  /** Milliseconds after which a request counts as lost; for ever unless given. */
  patience?: number
}

export type TestSocket = Socket<ServerEvents, ClientEvents>

/** One attempt to connect, as a browser on that origin would. */
export function openSocket(
  { url, site, origin, cookie, pass, hidden, ownOrigin = url }: TestClientParts,
  token: string | undefined,
): TestSocket {
  const guest = pass ? { pass } : token && { token }
  const who = cookie ? { staff: true, ...(hidden && { hidden }) } : guest
  return io(url, {
    path: '/api/v1/live',
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    timeout: 10_000,
    auth: { site, protocol: PROTOCOL, ...who },
    extraHeaders: cookie ? { cookie, origin: ownOrigin } : { origin },
  })
}
