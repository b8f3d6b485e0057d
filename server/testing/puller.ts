import { setTimeout as pause } from 'node:timers/promises'
import type { Frame, StreamName } from '../contract/feed.ts'
import { readAnew } from './read-anew.ts'
import type { Replica } from './replica.ts'
import type { TestClient } from './test-client.ts'

interface Position {
  epoch: string
  head: number
}

export interface PullerParts {
  client: TestClient
  replica: Replica
  streams: readonly StreamName[]
  /** Milliseconds before the next try after a failure. */
  wait(): number
}

/** Milliseconds a frame may be early before what is missing is asked for. */
const GAP_MS = 300
/** Between two pulls of one stream. */
const PACE_MS = 20

/** Brings a replica up to date by pulls: when something is missing, after an absence, from the beginning. */
export class Puller {
  readonly #parts: PullerParts
  readonly #flying = new Set<StreamName>()
  /** The newest position heard of, per stream. */
  readonly #heard = new Map<StreamName, Position>()
  #early: Frame[] = []
  #gap: NodeJS.Timeout | undefined
  #stopped = false
  /** How often it had to read anew. */
  resets = 0
  /** The oldest thread it has read; null: all of them. What is older it knows only in part. */
  oldest: string | null = null

  constructor(parts: PullerParts) {
    this.#parts = parts
  }

  start(): void {
    this.#stopped = false
  }

  stop(): void {
    this.#stopped = true
    clearTimeout(this.#gap)
    this.#gap = undefined
    this.#early = []
  }

  receive(frame: Frame): void {
    if (this.#parts.replica.receive(frame)) return
    this.#early.push(frame)
    this.#gap ??= setTimeout(() => {
      this.#gap = undefined
      const missing = this.#early.filter(early => !this.#parts.replica.receive(early))
      this.#early = []
      for (const { stream, epoch, to } of missing) this.behind(stream, { epoch, head: to })
    }, GAP_MS)
  }

  /** The stream stands there; pulls where the replica does not. */
  behind(stream: StreamName, position: Position): void {
    this.#heard.set(stream, position)
    if (this.#isBehind(stream)) void this.#pull(stream)
  }

  #isBehind(stream: StreamName): boolean {
    const { replica } = this.#parts
    const heard = this.#heard.get(stream)
    const cursor = replica.cursor(stream)
    return (
      cursor === undefined || (heard !== undefined && (heard.epoch !== replica.epoch || heard.head > cursor))
    )
  }

  async #pull(stream: StreamName): Promise<void> {
    if (this.#flying.has(stream)) return
    this.#flying.add(stream)
    while (!this.#stopped && this.#isBehind(stream)) {
      const aim = this.#heard.get(stream)
      const done = await this.#step(stream).catch(() => false)
      // A word from another life of the feed is answered by one pull, which knows better.
      if (done && aim?.epoch !== this.#parts.replica.epoch && this.#heard.get(stream) === aim)
        this.#heard.delete(stream)
      await pause(done ? PACE_MS : this.#parts.wait())
    }
    this.#flying.delete(stream)
  }

  async #step(stream: StreamName): Promise<true> {
    const { client, replica } = this.#parts
    const cursor = replica.cursor(stream)
    if (cursor === undefined || replica.epoch === null) {
      const { epoch, asOf, changes, oldest } = await readAnew(client, stream)
      if (stream !== 'me') this.oldest = oldest
      replica.learn({ epoch, asOf }, changes, stream)
      return true
    }
    const pulled = await client.pull(stream, replica.epoch, cursor)
    if ('reset' in pulled) this.#startOver()
    else replica.receive(pulled)
    return true
  }

  #startOver(): void {
    this.resets++
    this.#parts.replica.forget()
    for (const other of this.#parts.streams) if (!this.#flying.has(other)) void this.#pull(other)
  }
}
