import { once } from 'node:events'
import type { AddressInfo, Server, Socket } from 'node:net'
import { connect, createServer } from 'node:net'

export type Direction = 'to-client' | 'to-server'

export interface Trouble {
  /** Milliseconds each piece of data is held back, drawn anew for each. */
  latency?: () => number
  /** Bytes a second that get through to clients: somebody who hardly reads. */
  bytesPerSecond?: number
  /** Directions in which all vanishes without a word. A connection that lost something so stays deaf when it is over. */
  blackHole?: readonly Direction[]
}

interface Pipe {
  client: Socket
  server: Socket
  holes: Set<Direction>
}

/** A bad line between clients and one server: plain TCP, so it knows nothing of what it carries. */
export class FaultProxy {
  readonly #target: { host: string; port: number }
  readonly #listener: Server
  readonly #pipes = new Set<Pipe>()
  #port = 0
  #trouble: Trouble = {}

  private constructor(target: { host: string; port: number }) {
    this.#target = target
    this.#listener = createServer({ pauseOnConnect: true }, client => this.#join(client))
  }

  static async to(target: { host: string; port: number }): Promise<FaultProxy> {
    const proxy = new FaultProxy(target)
    await proxy.open()
    return proxy
  }

  get port(): number {
    return this.#port
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  get connections(): number {
    return this.#pipes.size
  }

  /** From now on, also for connections that are open. `{}` is a good line. */
  suffer(trouble: Trouble): void {
    this.#trouble = trouble
  }

  /** Both sides are told by a RST. */
  reset(): void {
    for (const { client, server } of this.#pipes) {
      client.resetAndDestroy()
      server.resetAndDestroy()
    }
  }

  /** The server's side is closed and the client is not told: it looks connected for as long as it does not ask. */
  halfOpen(): void {
    for (const pipe of this.#pipes) {
      pipe.server.destroy()
      pipe.client.removeAllListeners('data').resume()
    }
  }

  /** Refuses connections until opened again; those that are open are cut. */
  async shut(): Promise<void> {
    const closed = once(this.#listener, 'close')
    this.#listener.close()
    this.reset()
    await closed
  }

  /** Takes connections (again), on the same port. */
  async open(): Promise<void> {
    this.#listener.listen(this.#port, '127.0.0.1')
    await once(this.#listener, 'listening')
    this.#port = (this.#listener.address() as AddressInfo).port
  }

  async close(): Promise<void> {
    for (const { client } of this.#pipes) client.destroy()
    if (this.#listener.listening) await this.shut()
  }

  #join(client: Socket): void {
    const server = connect(this.#target)
    const pipe: Pipe = { client, server, holes: new Set() }
    this.#pipes.add(pipe)
    client.setNoDelay()
    server.setNoDelay()
    const cut = () => {
      this.#pipes.delete(pipe)
      client.destroy()
      if (!server.destroyed) server.destroy()
    }
    client.on('error', cut).on('close', cut)
    server.on('error', cut).on('end', () => client.end())
    client.on('end', () => server.end())
    this.#carry(pipe, client, server, 'to-server')
    this.#carry(pipe, server, client, 'to-client')
    server.once('connect', () => client.resume())
  }

  /** Moves what arrives on, in order, as late and as slowly as the trouble wants. */
  #carry({ holes }: Pipe, from: Socket, to: Socket, direction: Direction): void {
    let turn: Promise<unknown> = Promise.resolve()
    from.on('data', (data: Buffer) => {
      if (this.#trouble.blackHole?.includes(direction)) holes.add(direction)
      if (holes.has(direction)) return
      const { latency, bytesPerSecond } = this.#trouble
      const slowness = direction === 'to-client' && bytesPerSecond ? (data.length / bytesPerSecond) * 1000 : 0
      const wait = (latency?.() ?? 0) + slowness
      if (slowness > 0) from.pause()
      turn = turn
        .then(() => (wait > 0 ? new Promise(resolve => setTimeout(resolve, wait)) : undefined))
        .then(() => {
          if (slowness > 0) from.resume()
          if (to.writable && !to.write(data)) {
            from.pause()
            to.once('drain', () => from.resume())
          }
        })
    })
  }
}
