import { nanoid } from 'nanoid'
import type { CommandInput, CommandName, CommandResult } from '../contract/commands.ts'
import type { Beacon, Frame, Pulled, StreamName } from '../contract/feed.ts'
import type { UploadedImage } from '../contract/image.ts'
import type { Device } from '../contract/person.ts'
import type { Looking, Presence, Writing } from '../contract/presence.ts'
import type { Problem } from '../contract/problem.ts'
import type { Watching } from '../contract/socket.ts'
import type { TestClientParts, TestSocket } from './open-socket.ts'
import { openSocket } from './open-socket.ts'

/** An answer that was no success. */
export class Refused extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.code)
    this.problem = problem
  }
}

/** Somebody on the other side: speaks HTTP and socket as a browser would, and remembers all it was told. */
export class TestClient {
  readonly parts: TestClientParts
  readonly frames: Frame[] = []
  readonly beacons: Beacon[] = []
  readonly presences: Presence[] = []
  readonly writings: Writing[] = []
  readonly lookings: Looking[] = []
  token: string | undefined
  personId: string | undefined
  socket: TestSocket | undefined

  constructor(parts: TestClientParts) {
    this.parts = parts
    this.token = parts.token
  }

  get #base() {
    const { url, site, cookie, pass } = this.parts
    return `${url}/api/v1${cookie ? '/admin' : ''}/sites/${site}${pass ? '/inline' : ''}`
  }

  #headers(): Record<string, string> {
    const { cookie, origin, pass, url, ownOrigin = url } = this.parts
    if (cookie) return { cookie, origin: ownOrigin, 'x-parla-admin': '1' }
    if (pass) return { origin, authorization: `Bearer ${pass}` }
    return { origin, ...(this.token && { authorization: `Bearer ${this.token}` }) }
  }

  /** The raw answer to a request below the site's address (or to a whole URL path that begins with `/api` or `/`). */
  request(path: string, init: RequestInit & { headers?: Record<string, string> } = {}): Promise<Response> {
    const target = path.startsWith('/') ? `${this.parts.url}${path}` : `${this.#base}/${path}`
    const { patience } = this.parts
    const signal = patience === undefined ? null : AbortSignal.timeout(patience)
    return fetch(target, { signal, ...init, headers: { ...this.#headers(), ...init.headers } })
  }

  /** The body of a successful GET. @throws Refused */
  async get<T>(path: string): Promise<T> {
    return this.#body<T>(await this.request(path))
  }

  async post<T>(path: string, body: unknown, headers: Record<string, string> = {}): Promise<T> {
    return this.#body<T>(
      await this.request(path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', ...headers },
      }),
    )
  }

  async #body<T>(response: Response): Promise<T> {
    const body = response.status === 204 ? undefined : await response.json()
    if (!response.ok) throw new Refused(body as Problem)
    return body as T
  }

  /** Uploads a picture and answers its id. @throws Refused */
  async upload(file: Buffer, type = 'image/png'): Promise<string> {
    const headers = { 'content-type': type }
    const answer = this.request('images', { method: 'POST', body: new Uint8Array(file), headers })
    return (await this.#body<UploadedImage>(await answer)).id
  }

  async register(name: string | null): Promise<void> {
    const device = await this.post<Device>('devices', name === null ? {} : { name })
    this.token = device.token
    this.personId = device.me.id
  }

  /** A command through the HTTP door. @throws Refused */
  run<N extends CommandName>(name: N, input: CommandInput<N>, id = nanoid()): Promise<CommandResult> {
    return this.post<CommandResult>(`commands/${name}`, input, { 'idempotency-key': id })
  }

  /** The same through the socket. @throws Refused */
  async send<N extends CommandName>(name: N, input: CommandInput<N>, id = nanoid()): Promise<CommandResult> {
    const answer = await this.#live().emitWithAck('command', { id, name, input })
    if (!answer.ok) throw new Refused(answer.problem)
    return answer.value
  }

  pull(stream: StreamName, epoch: string, since: number, wait?: number): Promise<Pulled> {
    const query = new URLSearchParams({
      stream,
      epoch,
      since: String(since),
      ...(wait && { wait: String(wait) }),
    })
    return this.get<Pulled>(`changes?${query}`)
  }

  /** @throws Error whose message is the problem's code when the server does not let it in */
  connect(): Promise<void> {
    const socket = openSocket(this.parts, this.token)
    this.socket = socket
    socket.on('frame', frame => this.frames.push(frame))
    socket.on('beacon', beacon => this.beacons.push(beacon))
    socket.on('presence', presence => this.presences.push(presence))
    socket.on('writing', writing => this.writings.push(writing))
    socket.on('looking', looking => this.lookings.push(looking))
    return new Promise((resolve, reject) => {
      socket.once('connect', resolve)
      socket.once('connect_error', reject)
    })
  }

  async watch(...streams: StreamName[]): Promise<Watching> {
    if (!this.socket) await this.connect()
    const answer = await this.#live().emitWithAck('watch', { streams })
    if (!answer.ok) throw new Refused(answer.problem)
    return answer.value
  }

  #live() {
    if (!this.socket) throw new Error('Not connected')
    return this.socket
  }

  /** Opens a thread, or leaves it. @throws Refused */
  async look(thread: string | null): Promise<void> {
    const answer = await this.#live().emitWithAck('look', { thread })
    if (!answer.ok) throw new Refused(answer.problem)
  }

  disconnect(): void {
    this.socket?.disconnect()
  }
}
