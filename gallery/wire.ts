import type { Change, Frame } from '../server/contract/feed.ts'
import type { Looking, Presence, Writing } from '../server/contract/presence.ts'
import type { Answers } from './answers.ts'
import { AS_OF, EPOCH } from './rows.ts'

type Listener = ((event: { data: string }) => void) | null

/** The server's end of the socket, for whoever stages a scene. */
export interface Wire {
  frame: (changes: readonly Change[]) => void
  looking: (looking: Looking) => void
  presence: (presence: Presence) => void
  writing: (writing: Writing) => void
}

/** As much of a WebSocket as `widget/api/connection.ts` uses, with a server behind it that agrees to everything. */
export class StandInSocket implements Wire {
  onmessage: Listener = null
  onclose: Listener = null
  onerror: Listener = null
  readonly #waiting: string[] = []
  readonly #presence: Presence
  #isOpen = false
  #head = AS_OF

  constructor({
    presence = { names: [], count: 0, replyMinutes: null, backAt: null },
    silent = false,
  }: Pick<Answers, 'presence' | 'silent'>) {
    this.#presence = presence
    if (!silent) setTimeout(() => this.#say('0{"pingInterval":25000000,"pingTimeout":20000000}'))
  }

  send(packet: string): void {
    if (packet.startsWith('40')) {
      this.#isOpen = true
      this.#say('40{}')
      this.presence(this.#presence)
      for (const waiting of this.#waiting.splice(0)) this.#say(waiting)
    }
    const [, id, json] = /^42(\d+)(\[.*)$/s.exec(packet) ?? []
    if (!id) return
    const [event, input] = JSON.parse(json ?? '[]')
    if (event === 'command') return
    const streams = (input.streams ?? []).map((stream: string) => ({
      stream,
      epoch: EPOCH,
      head: this.#head,
    }))
    this.#say(`43${id}${JSON.stringify([{ ok: true, value: { streams } }])}`)
  }

  close(): void {
    this.onmessage = null
  }

  looking(looking: Looking): void {
    this.#tell('looking', looking)
  }

  presence(presence: Presence): void {
    this.#tell('presence', presence)
  }

  writing(writing: Writing): void {
    this.#tell('writing', writing)
  }

  frame(changes: readonly Change[]): void {
    const from = this.#head
    this.#head += changes.length
    const frame: Frame = { stream: 'public', epoch: EPOCH, from, to: this.#head, changes: [...changes] }
    this.#tell('frame', frame)
  }

  #tell(event: string, told: unknown): void {
    const packet = `42${JSON.stringify([event, told])}`
    if (this.#isOpen) this.#say(packet)
    else this.#waiting.push(packet)
  }

  #say(data: string): void {
    setTimeout(() => this.onmessage?.({ data }))
  }
}
