import { once } from 'node:events'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer, request } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { connect } from 'node:net'

interface Node {
  port: number
  ready: boolean
}

/** Between two looks at whether the nodes take work. */
const CHECK_MS = 200
/** Headers that speak of one connection only. */
const HOP_BY_HOP = ['connection', 'keep-alive', 'proxy-connection', 'transfer-encoding', 'upgrade']

/**
 * Spreads requests and WebSockets over nodes on this machine in turn, without remembering who went where. A node that
 * is not ready gets nothing new.
 */
export class Balancer {
  readonly #server: Server
  readonly #nodes: Node[]
  readonly #open = new Set<Socket>()
  readonly #check: NodeJS.Timeout
  #turn = 0

  private constructor(ports: readonly number[]) {
    this.#nodes = ports.map(port => ({ port, ready: true }))
    this.#server = createServer((req, res) => void this.#forward(req, res))
    this.#server.on('upgrade', (req, socket: Socket, head) => void this.#tunnel(req, socket, head))
    this.#check = setInterval(() => void this.#look(), CHECK_MS)
  }

  /** Listens on `port`, or on one of the kernel's choice. */
  static async over(ports: readonly number[], { port = 0 } = {}): Promise<Balancer> {
    const balancer = new Balancer(ports)
    balancer.#server.listen({ port, host: '127.0.0.1', backlog: 4_096 })
    await once(balancer.#server, 'listening')
    return balancer
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }

  async close(): Promise<void> {
    clearInterval(this.#check)
    const closed = once(this.#server, 'close')
    this.#server.close()
    this.#server.closeAllConnections()
    for (const socket of this.#open) socket.destroy()
    await closed
  }

  async #look(): Promise<void> {
    for (const node of this.#nodes) {
      const signal = AbortSignal.timeout(1_000)
      const answer = await fetch(`http://127.0.0.1:${node.port}/readyz`, { signal }).catch(() => null)
      node.ready = answer?.ok ?? false
    }
  }

  /** A connection to the next node that takes it; null when none does. */
  async #dial(): Promise<Socket | null> {
    const turn = this.#turn++
    const order = this.#nodes.map((_, i) => this.#nodes[(turn + i) % this.#nodes.length] as Node)
    const readyFirst = [...order].sort((a, b) => Number(b.ready) - Number(a.ready))
    for (const { port } of readyFirst) {
      const socket = connect(port, '127.0.0.1').setNoDelay()
      const connected = await once(socket, 'connect').then(
        () => true,
        () => false,
      )
      if (!connected) continue
      this.#open.add(socket)
      socket.on('error', () => undefined).once('close', () => this.#open.delete(socket))
      return socket
    }
    return null
  }

  async #forward(req: IncomingMessage, res: ServerResponse, tries = 1): Promise<void> {
    const socket = await this.#dial()
    if (!socket) return void res.writeHead(502).end()
    if (res.destroyed) return void socket.destroy()
    const { method, url: path } = req
    const headers = { ...withoutHops(req), 'x-forwarded-for': caller(req), connection: 'close' }
    const onward = request({ createConnection: () => socket, method, path, headers })
    onward.once('response', answer => {
      res.writeHead(answer.statusCode ?? 502, withoutHops(answer))
      answer.pipe(res)
      // Half an answer must not look like a whole one.
      answer.once('error', () => res.destroy())
    })
    onward.once('error', () => {
      if (res.headersSent) res.destroy()
      // A node that died over a read takes nothing with it. What became of a write, only its sender may ask.
      else if (req.method === 'GET' && tries < this.#nodes.length) void this.#forward(req, res, tries + 1)
      else res.writeHead(502).end()
    })
    res.once('close', () => onward.destroy())
    req.pipe(onward)
  }

  async #tunnel(req: IncomingMessage, client: Socket, head: Buffer): Promise<void> {
    client.on('error', () => undefined)
    const socket = await this.#dial()
    if (!socket) return void client.destroy()
    if (client.destroyed) return void socket.destroy()
    const lines = req.rawHeaders.flatMap((name, i, all) => (i % 2 === 0 ? `${name}: ${all[i + 1]}` : []))
    const forwarded = `X-Forwarded-For: ${caller(req)}`
    socket.write(`${[`GET ${req.url} HTTP/1.1`, ...lines, forwarded].join('\r\n')}\r\n\r\n`)
    socket.write(head)
    this.#open.add(client)
    client.setNoDelay().pipe(socket).pipe(client)
    client.once('close', () => {
      this.#open.delete(client)
      socket.destroy()
    })
    socket.once('close', () => client.destroy())
  }
}

const caller = ({ headers, socket }: IncomingMessage): string =>
  [headers['x-forwarded-for'], socket.remoteAddress].flat().filter(Boolean).join(', ')

function withoutHops({ headers }: IncomingMessage) {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP_BY_HOP.includes(name)))
}
