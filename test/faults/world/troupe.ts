import { setTimeout as pause } from 'node:timers/promises'
import type { Frame, StreamName } from '../../../server/contract/feed.ts'
import type { Store } from '../../../server/store/store.ts'
import { eventually } from '../../../server/testing/eventually.ts'
import { Follower } from '../../../server/testing/follower.ts'
import { TEST_ORIGIN } from '../../../server/testing/test-app.ts'
import { TestClient } from '../../../server/testing/test-client.ts'
import { divergence } from '../history/divergence.ts'
import type { Verdict } from '../history/judge.ts'
import { judge } from '../history/judge.ts'
import { History } from '../history/recorder.ts'
import { OWN_ORIGIN } from '../machines/under-test.ts'
import type { Chance } from '../random.ts'
import { Board } from './board.ts'
import type { Cast, Member, Where } from './cast.ts'
import { withStore } from './cast.ts'
import { readRecord } from './record.ts'
import { comparable, readTruths } from './truth.ts'
import { Writer } from './writer.ts'

export interface TroupeParts {
  cast: Cast
  /** Where each member finds a server. */
  urlOf(index: number): string
  chance: Chance
  /** Milliseconds between two writes of one member at the most. */
  think: number
  /** Milliseconds a request may take before its fate counts as unknown. */
  patience?: number
  /** The servers' own origin, where it is not the one the environment names. */
  ownOrigin?: string
  /** Hears every frame with the index of the member that it came to. */
  onFrame?: (index: number, frame: Frame) => void
}

interface Player {
  member: Member
  follower: Follower
  writer: Writer
  streams: readonly StreamName[]
}

/** How it ended, once all was quiet. */
export interface Ending extends Verdict {
  /** Milliseconds after quiet until every client showed what the store holds. */
  convergedAfter: number
  /** What was still different when patience ended, by person. */
  diverged: string[]
}

interface Comparing {
  /** Milliseconds the clients have. */
  patience: number
  /** The servers' time, whose clock may have `jumped`. */
  now: number
  jumped?: boolean
  /** Milliseconds the clients are left alone, once what they show has stopped changing. */
  still?: number
}

/** What each client showed, some milliseconds after all was quiet. */
interface Picture {
  at: number
  shown: { rows: Map<string, unknown>; oldest: string | null }[]
}

const STILL_MS = 500

/** Everybody who takes part: each follows the site and writes, and all of it is recorded. */
export class Troupe {
  readonly history = new History()
  readonly players: Player[]
  readonly #cast: Cast

  constructor({ cast, urlOf, chance, think, onFrame, ...more }: TroupeParts) {
    this.#cast = cast
    const { patience = 5_000, ownOrigin = OWN_ORIGIN } = more
    const board = new Board()
    this.players = cast.members.map((member, i) => {
      const streams: StreamName[] = [member.viewer.role ? 'staff' : 'public', 'me']
      const client = new TestClient({
        url: urlOf(i),
        origin: TEST_ORIGIN,
        ownOrigin,
        site: cast.site.id,
        patience,
        ...(member.token && { token: member.token }),
        ...(member.cookie && { cookie: member.cookie }),
      })
      const follower = new Follower({
        client,
        streams,
        ackWithin: patience,
        backoff: { first: 100, longest: 400 },
        onFrame: frame => onFrame?.(i, frame),
      })
      return {
        member,
        follower,
        streams,
        writer: new Writer({ member, follower, history: this.history, board, chance, think }),
      }
    })
  }

  /** Lets everybody follow, write, and waits until they have read what there is. */
  async begin(): Promise<void> {
    await this.follow()
    for (const { writer } of this.players) writer.start()
  }

  /** The same without their writing. */
  async follow(): Promise<void> {
    for (const { follower } of this.players) follower.start()
    const hasRead = ({ follower: { connected, replica }, streams }: Player) =>
      connected && streams.every(stream => replica.cursor(stream) !== undefined)
    await eventually(() => this.players.every(hasRead), 15_000)
  }

  /** Acknowledged writes a second between two moments of the history. */
  rate(from: number, to: number): number {
    const acks = this.history.events.filter(({ type, at }) => type === 'ok' && at >= from && at < to)
    return acks.length / ((to - from) / 1000)
  }

  /** Lets everybody end what they began. Resolves when every write's fate is known. */
  async rest(): Promise<void> {
    await Promise.all(this.players.map(({ writer }) => writer.stop()))
  }

  /** Judges the history and compares every client with the store, for which they have `patience` milliseconds. */
  async end(where: Where, patience = 20_000): Promise<Ending> {
    await this.rest()
    return withStore(where, store => this.compare(store, { patience, now: Date.now(), still: STILL_MS }))
  }

  #picture(quietAt: number): Picture {
    const shown = this.players.map(({ follower }) => ({
      rows: follower.shown(),
      oldest: follower.puller.oldest,
    }))
    return { at: performance.now() - quietAt, shown }
  }

  /** What the clients show, each time it is another, until it has been the same for `still` milliseconds. */
  async #pictures(quietAt: number, still: number, patience: number): Promise<Picture[]> {
    const pictures: Picture[] = []
    const revisions = () => this.players.reduce((sum, { follower }) => sum + follower.replica.revision, 0)
    let [last, since] = [-1, quietAt]
    do {
      if (revisions() !== last) {
        pictures.push(this.#picture(quietAt))
        ;[last, since] = [revisions(), performance.now()]
      }
      await pause(20)
    } while (performance.now() - since < still && performance.now() - quietAt < patience)
    return pictures
  }

  /** The same with an open store, when nobody writes any more. */
  async compare(store: Store, { patience, now, jumped = false, still = 0 }: Comparing): Promise<Ending> {
    const quietAt = performance.now()
    // To read all of a large store takes longer than to catch up with it, and keeps the clients from doing so.
    const pictures = await this.#pictures(quietAt, still, patience)
    const truthOf = readTruths(store, now)
    const different = async ({ shown }: Picture) => {
      const found: string[] = []
      for (const [i, { member, streams }] of this.players.entries()) {
        const truth = await truthOf(member.viewer, streams)
        const rows = comparable(truth.rows, { jumped })
        const { rows: own, oldest } = shown[i] as Picture['shown'][number]
        const wrong = divergence({ ...truth, rows }, comparable(own, { jumped }), oldest)
        found.push(...wrong.slice(0, 5).map(what => `${member.viewer.person.name}: ${what}`))
      }
      return found
    }
    let last = pictures.pop() as Picture
    let diverged = await different(last)
    while (diverged.length > 0 && performance.now() - quietAt < patience) {
      await pause(20)
      last = this.#picture(quietAt)
      diverged = await different(last)
    }
    let convergedAfter = last.at
    for (const picture of pictures.reverse()) {
      if (diverged.length > 0 || (await different(picture)).length > 0) break
      convergedAfter = picture.at
    }
    const verdict = judge(this.history.events, await readRecord(store, this.#cast.site.id))
    return { ...verdict, convergedAfter, diverged }
  }

  leave(): void {
    for (const { follower } of this.players) follower.stop()
  }
}
