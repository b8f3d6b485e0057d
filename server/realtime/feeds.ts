import type { Beacon, Frame, Pulled, Reset, StreamName } from '../contract/feed.ts'
import { PULL_MAX } from '../contract/limits.ts'
import { createLoader } from '../features/loader.ts'
import { concerns, renderChanges } from '../features/render.ts'
import type { Viewer } from '../features/viewer.ts'
import { AppError } from '../lib/app-error.ts'
import type { Clock } from '../lib/clock.ts'
import { readChanges, readHead, readHeads } from '../store/feed.ts'
import { findPage } from '../store/pages.ts'
import type { Store } from '../store/store.ts'
import type { Heads } from './heads.ts'
import { createHeads } from './heads.ts'
import { SiteFeed } from './site-feed.ts'
import type { Stream } from './streams.ts'
import { resolveStream } from './streams.ts'

/** A poke can be lost with its messenger; the store is asked this often. */
const CHECK_MS = 1_500

export interface PullQuery {
  stream: StreamName
  epoch: string
  since: number
  /** Seconds to wait for something to happen. */
  wait?: number | undefined
}

export interface FeedsParts {
  store: Store
  clock: Clock
  emit(siteId: string, stream: Stream, frame: Frame): void
  beacon(siteId: string, beacon: Beacon): void
  onError(error: unknown): void
}

/** The feeds of every site somebody on this node follows. */
export class Feeds {
  readonly #parts: FeedsParts
  readonly #sites = new Map<string, SiteFeed>()
  readonly #opening = new Map<string, Promise<SiteFeed>>()
  readonly #heads: Heads
  readonly #check: NodeJS.Timeout

  constructor(parts: FeedsParts) {
    this.#parts = parts
    this.#heads = createHeads(siteId => this.#readHead(siteId), CHECK_MS)
    this.#check = setInterval(() => void this.#checkHeads().catch(parts.onError), CHECK_MS)
    this.#check.unref()
  }

  /** From memory where nothing happened since. @throws AppError `site_unknown` */
  head(siteId: string): Promise<Beacon> {
    return this.#heads.get(siteId)
  }

  async #readHead(siteId: string): Promise<Beacon> {
    const head = await this.#parts.store.read(db => readHead(db, siteId))
    if (!head) throw new AppError('site_unknown')
    return head
  }

  /** How many sites somebody on this node follows. */
  get followed(): number {
    return this.#sites.size
  }

  /** The site's feed on this node, followed from now on. */
  open(siteId: string): Promise<SiteFeed> {
    const feed = this.#sites.get(siteId)
    if (feed) return Promise.resolve(feed)
    const opening = this.#opening.get(siteId) ?? this.#start(siteId)
    this.#opening.set(siteId, opening)
    return opening.finally(() => this.#opening.delete(siteId))
  }

  async #start(siteId: string): Promise<SiteFeed> {
    const { store, clock, emit, beacon, onError } = this.#parts
    const feed = new SiteFeed({
      store,
      clock,
      siteId,
      start: await this.#readHead(siteId),
      emit: (stream, frame) => emit(siteId, stream, frame),
      onReset: head => beacon(siteId, head),
      onError,
    })
    // Reads the change at the head, by which a restored database is recognised.
    await feed.advance()
    this.#sites.set(siteId, feed)
    return feed
  }

  /** Something was committed to a site. Sites nobody here follows need not know. */
  poke(siteId: string): void {
    this.#heads.forget(siteId)
    this.#sites.get(siteId)?.poke()
  }

  /** Anything may have been missed. */
  pokeAll(): void {
    this.#heads.forgetAll()
    for (const feed of this.#sites.values()) feed.poke()
  }

  /** Everything a stream shows after a cursor, from memory where possible. Throws what {@link resolveStream} throws. */
  async pull(viewer: Viewer, query: PullQuery, signal: AbortSignal): Promise<Pulled> {
    const stream = resolveStream(query.stream, viewer)
    const first = await this.#answer(viewer, stream, query)
    if (!query.wait || 'reset' in first || first.to > query.since) return first
    const feed = await this.open(viewer.site.id)
    const patience = AbortSignal.any([signal, AbortSignal.timeout(query.wait * 1000)])
    // Commits between the answer and here are found by asking again, which a fresh follower has to do anyway.
    if (feed.position.head <= query.since) await feed.moved(patience)
    return this.#answer(viewer, stream, query)
  }

  async #answer(viewer: Viewer, stream: Stream, { epoch, since }: PullQuery): Promise<Pulled> {
    const feed = this.#sites.get(viewer.site.id)
    if (feed && feed.position.epoch === epoch && feed.position.head > since) {
      const frame = feed.fromRing(stream.key, since)
      if (frame) return frame
    }
    return this.#fromStore(viewer, stream, epoch, since)
  }

  #fromStore(viewer: Viewer, stream: Stream, epoch: string, since: number): Promise<Pulled> {
    const { store, clock } = this.#parts
    const { site } = viewer
    return store.read(async db => {
      const head = await readHead(db, site.id)
      if (!head) throw new AppError('site_unknown')
      const reset = (why: Reset['reset']): Reset => ({ reset: why, epoch: head.epoch, head: head.head })
      if (epoch !== head.epoch) return reset('epoch')
      if (since > head.head) return reset('ahead')
      if (since < head.floor) return reset('too_old')
      if (head.head - since > PULL_MAX) return reset('too_far')
      const pageId = stream.page === null ? null : (await findPage(db, site.id, stream.page))?.id
      const rows = (await readChanges(db, site.id, since, PULL_MAX)).filter(
        row =>
          concerns(row, stream.reader) && (pageId === null || row.page_id === null || row.page_id === pageId),
      )
      const rendered = await renderChanges(createLoader(db, site.id), site, stream.reader, rows, clock.now())
      const changes = rendered.map(step => step.change)
      return { stream: stream.name, epoch, from: since, to: head.head, changes }
    })
  }

  /** Beacons for links that look alive and are not; quiet streams move on with them. */
  tick(): void {
    for (const [siteId, feed] of this.#sites) {
      feed.settle()
      this.#parts.beacon(siteId, feed.position)
    }
  }

  async #checkHeads(): Promise<void> {
    for (const [id, feed] of this.#sites) {
      feed.prune()
      if (feed.idle) this.#forget(id, feed)
    }
    if (this.#sites.size === 0) return
    const heads = await this.#parts.store.read(db => readHeads(db, [...this.#sites.keys()]))
    for (const { site_id, epoch, head } of heads) {
      const feed = this.#sites.get(site_id)
      if (!feed) continue
      if (epoch !== feed.position.epoch || head !== feed.position.head) this.poke(site_id)
    }
  }

  #forget(id: string, feed: SiteFeed): void {
    feed.close()
    this.#sites.delete(id)
  }

  close(): void {
    clearInterval(this.#check)
    for (const [id, feed] of this.#sites) this.#forget(id, feed)
  }
}
