import { setTimeout as pause } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { PROTOCOL } from '../../../server/contract/limits.ts'

/** What goes on in the feed, as far as somebody counts it: the newest position that this client has seen. */
export interface LightClient {
  /** Everything up to here has come in, by frames and pulls without a gap. */
  readonly cursor: number
  readonly connected: boolean
  /** Loses the line without closing it, and comes back by itself as the page does. */
  drop(): void
  /** Whether what comes over the line is read. */
  read(on: boolean): void
  leave(): void
}

export interface LightClientParts {
  url: string
  site: string
  origin: string
  token?: string
  /** The first wait before it comes back, in milliseconds; it doubles up to `longest`, and is drawn in full. */
  backoff?: { first: number; longest: number }
  /** Hears a frame's text at once. */
  onFrame?(text: string): void
}

const WATCH = '420["watch",{"streams":["public"]}]'

interface Position {
  epoch: string
  head: number
}

/**
 * A page reduced to its line: Socket.IO's packets by hand and a cursor, so that thousands fit into one process. It
 * asks for what it missed as the page does, once it is connected again.
 */
export function lightClient(parts: LightClientParts): LightClient {
  const { url, site, origin, token, onFrame } = parts
  const { first, longest } = parts.backoff ?? { first: 2_000, longest: 90_000 }
  const headers = { origin }
  let wire: WebSocket
  let [connected, left, tries] = [false, false, 0]
  let [cursor, epoch] = [-1, '']

  const pullTo = async (head: number): Promise<void> => {
    while (cursor < head && !left) {
      const query = `stream=public&epoch=${epoch}&since=${cursor}`
      const authorization = token ? { authorization: `Bearer ${token}` } : {}
      const answer = await fetch(`${url}/api/v1/sites/${site}/changes?${query}`, {
        headers: { ...headers, ...authorization },
      }).catch(() => null)
      const pulled = answer?.ok ? ((await answer.json()) as { to?: number; head?: number }) : null
      if (pulled) cursor = Math.max(cursor, pulled.to ?? pulled.head ?? 0)
      else await pause(200 + Math.random() * 800)
    }
  }

  const watched = ({ epoch: now, head }: Position) => {
    tries = 0
    if (cursor < 0) cursor = head
    epoch = now
    connected = true
    void pullTo(head)
  }

  const hear = (packet: string) => {
    if (packet[0] === '0')
      wire.send(`40${JSON.stringify({ site, protocol: PROTOCOL, ...(token && { token }) })}`)
    else if (packet === '2') wire.send('3')
    else if (packet.startsWith('40')) wire.send(WATCH)
    else if (packet.startsWith('430')) {
      const [answer] = JSON.parse(packet.slice(3)) as [{ ok: boolean; value?: { streams: Position[] } }]
      const position = answer.value?.streams[0]
      if (position) watched(position)
      else wire.terminate()
    } else if (packet.startsWith('42["frame"')) {
      onFrame?.(packet)
      const [, frame] = JSON.parse(packet.slice(2)) as [string, { from: number; to: number }]
      if (frame.from <= cursor) cursor = Math.max(cursor, frame.to)
      else void pullTo(frame.to)
    } else if (packet.startsWith('42["beacon"')) {
      const [, { head }] = JSON.parse(packet.slice(2)) as [string, Position]
      void pullTo(head)
    } else if (packet.startsWith('44')) wire.terminate()
  }

  const open = () => {
    if (left) return
    wire = new WebSocket(`${url.replace('http', 'ws')}/api/v1/live/?EIO=4&transport=websocket`, {
      headers,
      perMessageDeflate: false,
      handshakeTimeout: 10_000,
    })
    wire.on('message', data => hear(String(data)))
    wire.on('error', () => undefined)
    wire.on('close', () => {
      connected = false
      setTimeout(open, Math.random() * Math.min(longest, first * 2 ** tries++)).unref()
    })
  }
  open()

  return {
    get cursor() {
      return cursor
    },
    get connected() {
      return connected
    },
    drop: () => wire.terminate(),
    read: on => (on ? wire.resume() : wire.pause()),
    leave() {
      left = true
      wire.terminate()
    },
  }
}
