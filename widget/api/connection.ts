import type { Problem } from '../../server/contract/problem.ts'
import type { Ack, ClientEvents, Handshake, ServerEvents } from '../../server/contract/socket.ts'

/*
 * Socket.IO's protocol (revision 5 over Engine.IO 4) as far as the feed needs it: WebSocket, one namespace, JSON, acks.
 * The packets are a public standard and few; socket.io-client speaks all of it and costs 9.7 kB of the page's 38,
 * this costs 0.8. Both are tried against the same server in connection.test.ts.
 */
const OPEN = '0'
const PING = '2'
const PONG = '3'
const CONNECT = '40'
const EVENT = '42'
const ACK = '43'
const CONNECT_ERROR = '44'

const CONNECT_WITHIN = 10_000
const ANSWER_WITHIN = 10_000

type Answer<E extends keyof ClientEvents> =
  Parameters<ClientEvents[E]> extends [unknown, Ack<infer T>] ? Parameters<Ack<T>>[0] : never
type Input<E extends keyof ClientEvents> = Parameters<ClientEvents[E]>[0]

/** What a connection tells. `refused`: the server said no, and why; `lost`: the line is gone, or never was. */
export type Listeners = { [E in keyof ServerEvents]: ServerEvents[E] } & {
  connected(): void
  refused(problem: Partial<Problem>): void
  lost(): void
}

export interface Connection {
  readonly connected: boolean
  /** Rejects when no answer comes within ten seconds, or the line is lost before. */
  ask<E extends keyof ClientEvents>(event: E, input: Input<E>): Promise<Answer<E>>
  tell(event: keyof ClientEvents): void
  /** Ends it without another word to the listeners. */
  close(): void
}

/** One attempt to connect; whoever asked decides when to try again. */
export const connect = (origin: string, auth: Handshake, listeners: Partial<Listeners>): Connection => {
  const wire = new WebSocket(`${origin.replace(/^http/, 'ws')}/api/v1/live/?EIO=4&transport=websocket`)
  const waiting = new Map<string, (answer?: never) => void>()
  let connected = false
  let ended = false
  let asked = 0
  let heard: ReturnType<typeof setTimeout>

  const end = () => {
    if (ended) return false
    ended = true
    connected = false
    clearTimeout(heard)
    // Closed while it connects, it would make the browser complain in the page's console.
    if (wire.readyState) wire.close()
    else wire.onopen = () => wire.close()
    for (const settle of waiting.values()) settle()
    return true
  }
  const lost = () => end() && listeners.lost?.()
  /** The server calls at regular times: when it does not, the line is dead, whatever the browser thinks. */
  const expectWithin = (ms: number) => {
    clearTimeout(heard)
    heard = setTimeout(lost, ms)
  }
  let patience = CONNECT_WITHIN
  expectWithin(patience)

  const receive = (packet: string) => {
    if (packet[0] === OPEN) {
      const { pingInterval, pingTimeout } = JSON.parse(packet.slice(1))
      patience = pingInterval + pingTimeout
      wire.send(CONNECT + JSON.stringify(auth))
    } else if (packet === PING) {
      expectWithin(patience)
      wire.send(PONG)
    } else if (packet.startsWith(CONNECT)) {
      connected = true
      expectWithin(patience)
      listeners.connected?.()
    } else if (packet.startsWith(CONNECT_ERROR)) {
      if (end()) listeners.refused?.(JSON.parse(packet.slice(2)).data ?? {})
    } else if (packet.startsWith(EVENT)) {
      const [event, told] = JSON.parse(packet.slice(2))
      ;(listeners[event as keyof ServerEvents] as ((told: unknown) => void) | undefined)?.(told)
    } else if (packet.startsWith(ACK)) {
      const [, id, json] = /^43(\d+)(.*)$/s.exec(packet) ?? []
      waiting.get(id ?? '')?.(JSON.parse(json ?? '[]')[0] as never)
    } else lost()
  }
  wire.onmessage = ({ data }) => {
    if (!ended) receive(String(data))
  }
  wire.onclose = wire.onerror = lost

  return {
    get connected() {
      return connected
    },
    ask: (event, input) =>
      new Promise((resolve, reject) => {
        const id = String(asked++)
        const settle = (answer?: Answer<typeof event>) => {
          waiting.delete(id)
          clearTimeout(timer)
          if (answer) resolve(answer)
          else reject(new Error('no answer'))
        }
        const timer = setTimeout(settle, ANSWER_WITHIN)
        waiting.set(id, settle)
        if (connected) wire.send(EVENT + id + JSON.stringify([event, input]))
        else settle()
      }),
    tell: event => {
      if (connected) wire.send(EVENT + JSON.stringify([event]))
    },
    close: end,
  }
}
