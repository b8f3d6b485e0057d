import type { Server as HttpServer } from 'node:http'
import { Server } from 'socket.io'
import type { Beacon, Frame } from '../contract/feed.ts'
import { BEACON_MS, MESSAGE_BYTES } from '../contract/limits.ts'
import type { ClientEvents, ServerEvents } from '../contract/socket.ts'
import type { Execute } from '../features/execute.ts'
import { AppError } from '../lib/app-error.ts'
import type { Clock } from '../lib/clock.ts'
import { toProblem } from '../lib/problem.ts'
import type { Store } from '../store/store.ts'
import type { Bus, Poke } from './bus.ts'
import { silentBus } from './bus.ts'
import type { ParlaSocket } from './connection.ts'
import {
  createSocketBudget,
  deskRoom,
  serveConnection,
  sessionRoom,
  siteRoom,
  streamRoom,
  threadRoom,
} from './connection.ts'
import { Feeds } from './feeds.ts'
import type { LagWatch } from './lag.ts'
import { createLagWatch } from './lag.ts'
import type { Onlookers } from './onlookers.ts'
import { createOnlookers } from './onlookers.ts'
import { pausing } from './pausing.ts'
import type { Stream } from './streams.ts'
import type { TeamPresence } from './team-presence.ts'
import { createTeamPresence } from './team-presence.ts'
import type { SocketViewer } from './viewers.ts'

/** Where sockets connect. */
export const LIVE_PATH = '/api/v1/live'
/** A session that ended elsewhere is noticed at the latest now. */
const RECHECK_MS = 60_000
/** How often sockets are looked at that may have fallen behind. */
const LAG_CHECK_MS = 250
/** Engines closed in one go when draining. */
const DRAIN_BATCH = 100

export interface HubParts {
  store: Store
  clock: Clock
  execute: Execute
  identify(socket: ParlaSocket): Promise<SocketViewer>
  connectBus(handlers: { onPoke(poke: Poke): void; onReturn(): void }): Promise<Bus>
  /** New connections are turned away while the event loop is late. */
  isOverloaded(): boolean
  onError(error: unknown): void
}

/** The only owner of Socket.IO: sockets in, frames out. */
export class Hub {
  readonly feeds: Feeds
  readonly #parts: HubParts
  readonly #io: Server<ClientEvents, ServerEvents, Record<string, never>, { viewer: SocketViewer }>
  readonly #presence: TeamPresence
  readonly #onlookers: Onlookers
  readonly #lag: LagWatch
  readonly #budget = createSocketBudget()
  readonly #timers: NodeJS.Timeout[]
  #bus: Bus = silentBus
  #leaving = false

  constructor(parts: HubParts) {
    this.#parts = parts
    this.feeds = new Feeds({
      store: parts.store,
      clock: parts.clock,
      emit: (siteId, stream, frame) => this.#emit(siteId, stream, frame),
      beacon: (siteId, beacon) => this.#beacon(siteId, beacon),
      onError: parts.onError,
    })
    this.#io = new Server({
      path: LIVE_PATH,
      transports: ['websocket'],
      serveClient: false,
      perMessageDeflate: false,
      httpCompression: false,
      maxHttpBufferSize: MESSAGE_BYTES,
      connectTimeout: 10_000,
      // Together with the interval of 25 s: how long a line may be dead before either side knows, and less than 45 s.
      pingTimeout: 15_000,
      allowEIO3: false,
      // Whoever comes back to a server that is closing would be sent away at once, or hold it up.
      allowRequest: (_, allow) => allow(null, !this.#leaving),
    })
    this.#io.use((socket, next) => void this.#admit(socket).then(() => next(), next))
    this.#io.on('connection', socket => this.#welcome(socket))
    const sockets = () => this.#io.sockets.sockets.values()
    this.#lag = createLagWatch(pausing(this.feeds, parts.onError))
    this.#presence = createTeamPresence({
      store: parts.store,
      clock: parts.clock,
      onError: parts.onError,
      sockets,
      tell: (siteId, presence) => this.#io.to(siteRoom(siteId)).emit('presence', presence),
      publish: poke => this.#bus.publish(poke),
    })
    this.#onlookers = createOnlookers({
      clock: parts.clock,
      tell: (siteId, looking) => this.#io.to(deskRoom(siteId, looking.thread)).emit('looking', looking),
      publish: poke => this.#bus.publish(poke),
    })
    this.#timers = [
      setInterval(() => this.#lag.check(sockets(), performance.now()), LAG_CHECK_MS),
      setInterval(() => this.feeds.tick(), BEACON_MS),
      setInterval(() => void this.#recheckSessions(), RECHECK_MS),
      setInterval(() => this.#presence.repeat(), RECHECK_MS / 2),
      setInterval(() => this.#onlookers.repeat(), RECHECK_MS / 2),
    ]
    for (const timer of this.#timers) timer.unref()
  }

  /** Sockets that are too slow for their streams at the moment. */
  get lagging(): number {
    return this.#lag.behind
  }

  async listen(server: HttpServer): Promise<void> {
    this.#io.attach(server)
    this.#io.engine.on('connection', refuseBinary)
    this.#bus = await this.#parts.connectBus({
      onPoke: poke => this.#hear(poke),
      onReturn: () => this.feeds.pokeAll(),
    })
  }

  /** A commit on this node: local viewers first, then the other nodes. */
  moved(siteId: string): void {
    this.feeds.poke(siteId)
    this.#bus.publish({ type: 'moved', site: siteId })
  }

  /** A staff session or a pass ended: its sockets end with it, on every node. */
  endSession(hash: string): void {
    this.#io.in(sessionRoom(hash)).disconnectSockets(true)
    this.#bus.publish({ type: 'ended', session: hash })
  }

  /** Somebody is on the team, or banned, or no longer: they come back as what they are now, on every node. */
  standingChanged(siteId: string, personId: string): void {
    this.#endPerson(siteId, personId)
    this.#bus.publish({ type: 'standing', site: siteId, person: personId })
  }

  /**
   * Sends everybody away, spread over `ms`: clients are told when to come back, then engines close in batches.
   * Engines, because a namespace disconnect would stop the clients from reconnecting.
   */
  async drain(ms: number): Promise<void> {
    this.#leaving = true
    const sockets = [...this.#io.sockets.sockets.values()]
    const wait = ms / Math.max(1, Math.ceil(sockets.length / DRAIN_BATCH))
    for (const socket of sockets) socket.emit('drain', { comeBackIn: Math.round(Math.random() * ms) })
    for (let i = 0; i < sockets.length; i += DRAIN_BATCH) {
      for (const socket of sockets.slice(i, i + DRAIN_BATCH)) socket.conn.close()
      if (i + DRAIN_BATCH < sockets.length) await new Promise(resolve => setTimeout(resolve, wait))
    }
  }

  async close(): Promise<void> {
    this.#leaving = true
    for (const timer of this.#timers) clearInterval(timer)
    this.feeds.close()
    await this.#bus.close()
    for (const socket of this.#io.sockets.sockets.values()) cut(socket.conn as unknown as Engine)
    this.#io.engine?.close()
  }

  async #admit(socket: ParlaSocket): Promise<void> {
    try {
      if (this.#parts.isOverloaded()) throw new AppError('busy', { retryAfter: 5 })
      socket.data.viewer = await this.#parts.identify(socket)
    } catch (error) {
      const problem = toProblem(error)
      if (problem.code === 'internal') this.#parts.onError(error)
      throw Object.assign(new Error(problem.code), { data: problem })
    }
  }

  #welcome(socket: ParlaSocket): void {
    const { site, session, inline } = socket.data.viewer
    // Without a listener an "error" event would end the process.
    socket.on('error', () => undefined)
    void socket.join(siteRoom(site.id))
    if (session) {
      void socket.join(sessionRoom(session))
      if (inline) this.#limit(socket, inline)
      this.#presence.changedHere(site.id)
      socket.on('disconnect', () => this.#presence.changedHere(site.id))
    }
    serveConnection(socket, {
      budget: this.#budget,
      feeds: this.feeds,
      execute: this.#parts.execute,
      onError: this.#parts.onError,
      confirm: from => this.#confirm(from),
      onLook: (from, thread, on) => this.#look(from, thread, on),
      onWriting: (from, thread) => this.#tellWriting(from, thread),
    })
    socket.emit('presence', this.#presence.of(site.id))
  }

  #emit(siteId: string, stream: Stream, frame: Frame): void {
    this.#io.to(streamRoom(siteId, stream.key)).emit('frame', frame)
  }

  #beacon(siteId: string, beacon: Beacon): void {
    // Not volatile: right behind a frame a volatile packet would be dropped, and with it the point of a beacon.
    this.#io.to(siteRoom(siteId)).emit('beacon', beacon)
  }

  /** A pass is over on the minute, whatever else the socket does. */
  #limit(socket: ParlaSocket, { hash, expiresAt }: { hash: string; expiresAt: number }): void {
    void socket.join(sessionRoom(hash))
    const left = setTimeout(() => socket.disconnect(true), expiresAt - this.#parts.clock.now())
    left.unref()
    socket.on('disconnect', () => clearTimeout(left))
  }

  /** What comes by a pass is asked of it each time. */
  async #confirm(socket: ParlaSocket): Promise<void> {
    if (!socket.data.viewer.inline) return
    try {
      await this.#parts.identify(socket)
    } catch (error) {
      // Not before the refusal is told.
      setImmediate(() => socket.disconnect(true))
      throw error
    }
  }

  #endPerson(siteId: string, personId: string): void {
    for (const socket of this.#io.sockets.sockets.values()) {
      const { site, person } = socket.data.viewer
      if (site.id === siteId && person?.id === personId) socket.disconnect(true)
    }
  }

  async #look(socket: ParlaSocket, thread: string, on: boolean): Promise<void> {
    const room = deskRoom(socket.data.viewer.site.id, thread)
    if (on) {
      await socket.join(room)
      this.#onlookers.came(socket, thread)
    } else {
      await socket.leave(room)
      this.#onlookers.left(socket, thread)
    }
  }

  #tellWriting(from: ParlaSocket, thread: string): void {
    const { site, person, hidden } = from.data.viewer
    if (person?.name && !hidden)
      from.to(threadRoom(site.id, thread)).volatile.emit('writing', { thread, name: person.name })
  }

  #hear(poke: Poke): void {
    if (poke.type === 'moved') this.feeds.poke(poke.site)
    if (poke.type === 'ended') this.#io.in(sessionRoom(poke.session)).disconnectSockets(true)
    if (poke.type === 'standing') this.#endPerson(poke.site, poke.person)
    if (poke.type === 'presence') this.#presence.changedThere(poke)
    if (poke.type === 'looking') this.#onlookers.changedThere(poke)
  }

  async #recheckSessions(): Promise<void> {
    for (const socket of this.#io.sockets.sockets.values()) {
      if (!socket.data.viewer.session) continue
      const still = await this.#parts.identify(socket).catch(() => undefined)
      if (still?.role !== socket.data.viewer.role) socket.disconnect(true)
    }
  }
}

interface Engine {
  transport: { socket?: { terminate(): void } }
}

/** Ends a connection without the closing handshake, which a peer that does not read would never answer. */
const cut = ({ transport }: Engine) => transport.socket?.terminate()

/** Binary packets are no part of the protocol; announced attachments would be buffered for nothing. */
function refuseBinary(engine: {
  on(event: 'packet', listener: (packet: { data?: unknown }) => void): void
  close(): void
}) {
  engine.on('packet', ({ data }) => {
    if (typeof data !== 'string' ? data !== undefined : /^[56]/.test(data)) engine.close()
  })
}
