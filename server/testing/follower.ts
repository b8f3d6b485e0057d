import { setTimeout as pause } from 'node:timers/promises'
import type { CommandInput, CommandName, CommandResult } from '../contract/commands.ts'
import type { ErrorCode } from '../contract/errors.ts'
import type { Beacon, Frame, StreamName } from '../contract/feed.ts'
import { BEACON_MS } from '../contract/limits.ts'
import type { OwnView } from '../contract/own.ts'
import type { TestSocket } from './open-socket.ts'
import { openSocket } from './open-socket.ts'
import { Puller } from './puller.ts'
import { Replica } from './replica.ts'
import { says } from './shadow.ts'
import type { TestClient } from './test-client.ts'
import { Refused } from './test-client.ts'

export interface FollowerParts {
  client: TestClient
  streams: readonly StreamName[]
  /** Milliseconds of the first and of the longest wait before it comes back, drawn anew each time. */
  backoff?: { first: number; longest: number }
  /** Milliseconds an acknowledgement may take, and joining. */
  ackWithin?: number
  /** Milliseconds without a word after which a line counts as dead: a beacon is due before. */
  silence?: number
  onFrame?: (frame: Frame) => void
}

/** The answer, if it came, says nothing about whether it was done. */
export class NoAnswer extends Error {}

/** Refusals after which a write may have happened all the same: a commit was under way when the store went. */
const DOUBTFUL: readonly ErrorCode[] = ['busy', 'internal']

/**
 * A whole client without a page: follows its streams through whatever happens to the line, and writes until it knows
 * what became of each write.
 */
export class Follower {
  readonly client: TestClient
  readonly replica = new Replica()
  readonly puller: Puller
  readonly #parts: Required<FollowerParts>
  #socket: TestSocket | undefined
  /** Ends the connection that is open or being opened. */
  #hangUp: () => void = () => undefined
  #stopped = true
  #tries = 0
  #heardAt = 0
  /** When a line was given up that had not been closed, in milliseconds after its last word. */
  readonly silences: number[] = []

  constructor(parts: FollowerParts) {
    this.client = parts.client
    this.#parts = {
      backoff: { first: 2_000, longest: 90_000 },
      ackWithin: 10_000,
      silence: BEACON_MS + 10_000,
      onFrame: () => undefined,
      ...parts,
    }
    this.puller = new Puller({ ...this.#parts, replica: this.replica, wait: () => this.#wait() })
  }

  get connected(): boolean {
    return this.#socket?.connected ?? false
  }

  /** Begins, or goes on after {@link stop}. */
  start(): void {
    if (!this.#stopped) return
    this.#stopped = false
    this.puller.start()
    void this.#live()
  }

  /** Leaves without forgetting anything. */
  stop(): void {
    this.#stopped = true
    this.puller.stop()
    this.#hangUp()
  }

  /** Loses the connection and comes back by itself. */
  drop(): void {
    this.#hangUp()
  }

  /** What is on show, by `entity id`. Marks that say nothing (any more) are none. */
  shown(): Map<string, unknown> {
    return new Map(
      [...this.replica.rows()].filter(([key, row]) => !key.startsWith('own ') || says(row as OwnView)),
    )
  }

  /**
   * Sends a command once, by the socket while there is one. @throws Refused, or NoAnswer where its fate is unknown
   */
  async attempt<N extends CommandName>(
    name: N,
    input: CommandInput<N>,
    id: string,
    door: 'socket' | 'http' = this.connected ? 'socket' : 'http',
  ): Promise<CommandResult> {
    const sent = door === 'socket' ? this.#send(name, input, id) : this.client.run(name, input, id)
    const result = await sent.catch((error: unknown) => {
      if (error instanceof Refused && !DOUBTFUL.includes(error.problem.code)) throw error
      throw new NoAnswer(error instanceof Error ? error.message : String(error))
    })
    this.replica.hear(result.epoch, result.changes)
    return result
  }

  async #send(name: CommandName, input: unknown, id: string): Promise<CommandResult> {
    const socket = this.#socket
    if (!socket?.connected) throw new NoAnswer('no line')
    const answer = await socket
      .timeout(this.#parts.ackWithin)
      .emitWithAck('command', { id, name, input })
      .catch((error: unknown) => {
        // A line that does not answer is no line.
        if (this.#socket === socket) this.#hangUp()
        throw error
      })
    if (!answer.ok) throw new Refused(answer.problem)
    return answer.value
  }

  async #live(): Promise<void> {
    while (!this.#stopped) {
      const comeBackIn = await this.#connection()
      if (!this.#stopped) await pause(comeBackIn ?? this.#wait())
    }
  }

  /** One connection from beginning to end. Answers when the server wants it back, in milliseconds, if it said so. */
  async #connection(): Promise<number | undefined> {
    const socket = openSocket(this.client.parts, this.client.token)
    this.#socket = socket
    let comeBackIn: number | undefined
    const over = new Promise<void>(resolve => {
      // A socket that never connected says nothing when it is disconnected.
      this.#hangUp = resolve
      socket.once('connect_error', () => resolve())
      socket.once('disconnect', () => resolve())
    })
    socket.on('frame', frame => {
      this.#parts.onFrame(frame)
      this.puller.receive(frame)
    })
    socket.on('beacon', beacon => this.#hear(beacon))
    socket.on('drain', drain => {
      comeBackIn = drain.comeBackIn
      this.#hangUp()
    })
    socket.once('connect', () => void this.#welcome(socket))
    const guard = this.#guard(socket)
    // The last word of joining can be lost as well: nothing then says that it will not come.
    const joining = setTimeout(() => {
      if (!socket.connected) this.#hangUp()
    }, this.#parts.ackWithin)
    await over
    clearInterval(guard)
    clearTimeout(joining)
    socket.disconnect()
    return comeBackIn
  }

  async #welcome(socket: TestSocket): Promise<void> {
    this.#tries = 0
    const answer = await socket
      .timeout(this.#parts.ackWithin)
      .emitWithAck('watch', { streams: [...this.#parts.streams] })
      .catch(() => ({ ok: false as const }))
    if (!answer.ok) return this.#hangUp()
    for (const { stream, epoch, head } of answer.value.streams)
      this.puller.behind(stream as StreamName, { epoch, head })
  }

  #hear(beacon: Beacon): void {
    for (const stream of this.#parts.streams) this.puller.behind(stream, beacon)
  }

  /** Gives a line up that has been silent for longer than a live one can be. */
  #guard(socket: TestSocket): NodeJS.Timeout {
    this.#heardAt = performance.now()
    socket.io.engine.on('packet', () => {
      this.#heardAt = performance.now()
    })
    const { silence } = this.#parts
    return setInterval(() => {
      const silent = performance.now() - this.#heardAt
      if (silent < silence) return
      this.silences.push(silent)
      this.#hangUp()
    }, silence / 50)
  }

  #wait(): number {
    const { first, longest } = this.#parts.backoff
    return Math.random() * Math.min(longest, first * 2 ** Math.min(this.#tries++, 20))
  }
}
