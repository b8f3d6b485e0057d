import type { ParlaSocket } from './connection.ts'

/** A socket with more than this waiting to be sent has fallen behind. */
export const LAG_PACKETS = 64
export const LAG_BYTES = 256 * 1024
/** So long behind, and it is closed: its buffers are worth more than its patience. */
const GIVE_UP_MS = 30_000

/** The part of Engine.IO's connection that tells how much of what was sent has left. */
interface Engine {
  writeBuffer: unknown[]
  transport: { socket?: { bufferedAmount: number } }
  close(): void
}

const engineOf = (socket: ParlaSocket) => socket.conn as unknown as Engine

const isBehind = (socket: ParlaSocket, packets: number, bytes: number) => {
  const { writeBuffer, transport } = engineOf(socket)
  return writeBuffer.length > packets || (transport.socket?.bufferedAmount ?? 0) > bytes
}

export interface LagWatch {
  /** Looks at every socket; call it several times a second. `now` is monotonic, in milliseconds. */
  check(sockets: Iterable<ParlaSocket>, now: number): void
  /** How many are behind at the moment. */
  readonly behind: number
}

/**
 * A slow client hurts only itself: `pause` stops its frames, `resume` starts them when it has caught up (it then pulls
 * what it missed), and one that stays behind is closed. What is kept for it never grows without bound.
 */
export function createLagWatch(act: {
  pause(socket: ParlaSocket): void
  resume(socket: ParlaSocket): void
}): LagWatch {
  const since = new Map<ParlaSocket, number>()
  return {
    get behind() {
      return since.size
    },
    check(sockets, now) {
      for (const socket of since.keys()) if (socket.disconnected) since.delete(socket)
      for (const socket of sockets) {
        const start = since.get(socket)
        if (start === undefined) {
          if (!isBehind(socket, LAG_PACKETS, LAG_BYTES)) continue
          since.set(socket, now)
          act.pause(socket)
        } else if (!isBehind(socket, 0, 0)) {
          since.delete(socket)
          act.resume(socket)
        } else if (now - start > GIVE_UP_MS) engineOf(socket).close()
      }
    },
  }
}
