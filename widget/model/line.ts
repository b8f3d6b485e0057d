import { PROTOCOL } from '../../server/contract/limits.ts'
import type { Connection, Listeners } from '../api/connection.ts'
import { connect as openConnection } from '../api/connection.ts'
import { effect } from '../signals/signal.ts'
import type { Core } from './core.ts'
import type { LinkState } from './link-state.ts'

const FIRST_DELAY = 2_000
const LONGEST_DELAY = 90_000

/** The one socket, and when to try for it again. */
export interface Line {
  /** Null until the server has welcomed it. */
  live: () => Connection | null
  /** It speaks for the viewer of this moment. */
  isTheirs: () => boolean
  /** Attempts that failed since the last success. */
  failures: () => number
  /** Now, and as if nothing had failed. */
  connect: () => void
  /** Without another word to anybody. */
  drop: () => void
  /** It is gone: begins the waiting. */
  lost: () => void
}

interface Ends extends Partial<Listeners> {
  isWanted: () => boolean
  /** The server no longer speaks our protocol, or no longer knows who we are. */
  stopped: () => void
}

export const createLine = (core: Core, link: LinkState, ends: Ends): Line => {
  const { config, session, staff } = core
  let socket: Connection | null = null
  let token: string | null = null
  let failures = 0
  let retry: ReturnType<typeof setTimeout> | undefined

  const tokenNow = () => session.value?.token ?? null
  const drop = () => {
    clearTimeout(retry)
    const old = socket
    socket = null
    old?.close()
  }
  const openAfter = (ms: number) => {
    drop()
    retry = setTimeout(open, ms)
  }
  const stop = () => {
    ends.stopped()
    drop()
    link.stop()
  }
  const lost = () => {
    drop()
    if (!ends.isWanted()) return
    if (navigator.onLine !== false)
      openAfter(Math.random() * Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** failures++))
    ends.lost?.()
  }

  const open = () => {
    if (socket || !ends.isWanted()) return
    token = session.peek()?.token ?? null
    const auth = {
      site: config.site,
      protocol: PROTOCOL,
      ...(token && { token }),
      ...staff,
    }
    socket = (config.share?.(openConnection) ?? openConnection)(config.origin, auth, {
      ...ends,
      ...core.hears,
      lost,
      connected: () => {
        failures = 0
        link.up()
        ends.connected?.()
      },
      refused: ({ code }) => {
        const isUnknown = code === 'unauthenticated'
        if (code === 'protocol_too_old' || (isUnknown && staff)) stop()
        // Read on as a stranger, and become somebody new with the next write.
        else if (isUnknown) core.lose(token)
        else lost()
      },
      drain: ({ comeBackIn }) => openAfter(comeBackIn),
      reload: stop,
    })
  }

  core.ends.add(drop)
  core.ends.add(
    effect(() => {
      // Another viewer by now: the server decides anew what this socket may hear.
      if (tokenNow() !== token && socket) openAfter(0)
    }),
  )
  return {
    live: () => (socket?.connected ? socket : null),
    isTheirs: () => Boolean(staff) || (token !== null && token === session.peek()?.token),
    failures: () => failures,
    connect: () => {
      failures = 0
      openAfter(0)
    },
    drop,
    lost,
  }
}
