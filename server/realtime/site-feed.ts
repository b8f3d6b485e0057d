import type { Change, Frame } from '../contract/feed.ts'
import { PULL_MAX } from '../contract/limits.ts'
import { createLoader } from '../features/loader.ts'
import type { Rendered } from '../features/render.ts'
import { concerns, renderChanges } from '../features/render.ts'
import type { Clock } from '../lib/clock.ts'
import { endEpoch, readChanges, readHead } from '../store/feed.ts'
import { findPage } from '../store/pages.ts'
import type { ChangeRow, SiteRow } from '../store/rows.ts'
import { findSite } from '../store/sites.ts'
import type { Db, Store } from '../store/store.ts'
import type { Ring } from './ring.ts'
import { createRing } from './ring.ts'
import type { Stream } from './streams.ts'

/** Changes that fall into one such span travel in one frame: a burst costs a client one wake-up. */
export const MERGE_MS = 25
/** A stream is followed so long after its last watcher left: a herd that was cut off comes back to a full ring. */
const LINGER_MS = 90_000

interface Watched {
  stream: Stream
  watchers: number
  ring: Ring
  /** Since when nobody watches, on a monotonic clock; null while somebody does. */
  idleSince: number | null
  /** Everything up to here has been told. */
  sentTo: number
  /** Resolved once somebody has written on the page. */
  pageId: string | null
}

export interface SiteFeedParts {
  store: Store
  clock: Clock
  siteId: string
  /** Where the feed stands when the node begins to follow it. */
  start: { epoch: string; head: number }
  emit(stream: Stream, frame: Frame): void
  /** The cursors of everybody are void: another epoch has begun. */
  onReset(head: { epoch: string; head: number }): void
  onError(error: unknown): void
}

/**
 * One site's feed on this node: follows the store and tells every watched stream, in order and without gaps.
 * However many watch, each change is read once and rendered once per kind of reader.
 */
export class SiteFeed {
  readonly #parts: SiteFeedParts
  readonly #watched = new Map<string, Watched>()
  readonly #waiting = new Set<() => void>()
  #epoch: string
  #head: number
  /** What the change at the head was, once it has been read. */
  #mark: string | undefined
  #timer: NodeJS.Timeout | undefined
  #running: Promise<void> | undefined
  #again = false
  #closed = false

  constructor(parts: SiteFeedParts) {
    this.#parts = parts
    this.#epoch = parts.start.epoch
    this.#head = parts.start.head
  }

  get position(): { epoch: string; head: number } {
    return { epoch: this.#epoch, head: this.#head }
  }

  get idle(): boolean {
    return this.#watched.size === 0 && this.#waiting.size === 0
  }

  /**
   * From now on the stream is told. Answers where it stands. A catch-up under way is waited for: its changes were
   * rendered for those who watched when it began.
   */
  async watch(stream: Stream): Promise<{ epoch: string; head: number }> {
    while (this.#running) await this.#running
    const watched = this.#watched.get(stream.key)
    if (watched) {
      watched.watchers++
      watched.idleSince = null
    } else
      this.#watched.set(stream.key, {
        stream,
        watchers: 1,
        idleSince: null,
        ring: createRing(this.#head),
        sentTo: this.#head,
        pageId: null,
      })
    return this.position
  }

  unwatch(key: string): void {
    const watched = this.#watched.get(key)
    if (watched && --watched.watchers === 0) watched.idleSince = performance.now()
  }

  /** Lets go of streams nobody has come back to. */
  prune(): void {
    const before = performance.now() - LINGER_MS
    for (const [key, { idleSince }] of this.#watched)
      if (idleSince !== null && idleSince < before) this.#watched.delete(key)
  }

  /** Something was committed, here or elsewhere. */
  poke(): void {
    if (this.#closed) return
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      void this.advance()
    }, MERGE_MS)
  }

  /** Catches up with the store. Concurrent calls share one run, and one more if the store moved meanwhile. */
  advance(): Promise<void> {
    if (this.#running) {
      this.#again = true
      return this.#running
    }
    this.#running = this.#catchUp()
      .catch(this.#parts.onError)
      .finally(() => {
        this.#running = undefined
        if (this.#again && !this.#closed) {
          this.#again = false
          void this.advance()
        }
      })
    return this.#running
  }

  /** What the ring can answer to a cursor; undefined where only the store can. */
  fromRing(key: string, since: number): Frame | undefined {
    const watched = this.#watched.get(key)
    if (!watched || since < watched.ring.floor || since > this.#head) return undefined
    const changes = watched.ring.after(since)
    return { stream: watched.stream.name, epoch: this.#epoch, from: since, to: this.#head, changes }
  }

  /** Resolves when the feed moves or the signal fires. */
  moved(signal: AbortSignal): Promise<void> {
    return new Promise(resolve => {
      const done = () => {
        this.#waiting.delete(done)
        signal.removeEventListener('abort', done)
        resolve()
      }
      this.#waiting.add(done)
      signal.addEventListener('abort', done)
      if (signal.aborted) done()
    })
  }

  /** Tells quiet streams how far they are, so that their clients need not ask. */
  settle(): void {
    for (const watched of this.#watched.values()) if (watched.sentTo < this.#head) this.#send(watched, [])
  }

  close(): void {
    this.#closed = true
    clearTimeout(this.#timer)
    for (const wake of [...this.#waiting]) wake()
  }

  async #catchUp(): Promise<void> {
    const { store, siteId } = this.#parts
    const step = await store.read(async db => {
      const head = await readHead(db, siteId)
      const site = await findSite(db, siteId)
      if (!head || !site) return undefined
      if (head.epoch !== this.#epoch) return { reset: head }
      // Together with the change we know already.
      const rows = await readChanges(db, siteId, this.#head - 1, PULL_MAX + 1)
      const known = rows[0]?.seq === this.#head ? rows.shift() : undefined
      if (head.head < this.#head || !this.#recognises(known)) return { older: true }
      return { known, rows, frames: await this.#render(db, site, rows), more: rows.at(-1)?.seq !== head.head }
    })
    if (!step || this.#closed) return
    if (step.older) return this.#beginEpoch()
    if (step.reset) return this.#startOver(step.reset)
    const last = step.rows?.at(-1)
    if (step.known) this.#mark = markOf(step.known)
    if (!last) return
    this.#head = last.seq
    this.#mark = markOf(last)
    for (const [watched, changes] of step.frames ?? []) if (changes.length > 0) this.#send(watched, changes)
    for (const wake of [...this.#waiting]) wake()
    if (step.more) this.#again = true
  }

  /** Whether the change at our head is the one we read there. A pruned feed no longer says. */
  #recognises(known: ChangeRow | undefined): boolean {
    return !known || this.#mark === undefined || markOf(known) === this.#mark
  }

  /**
   * The database was restored to an older state under our feet, and may have gone on from there: the numbers we know
   * mean other changes now.
   */
  async #beginEpoch(): Promise<void> {
    const { store, siteId } = this.#parts
    await store.write(db => endEpoch(db, siteId, this.#epoch))
    this.#again = true
  }

  /** Rendered changes per watched stream; public pages share one rendering with the whole site. */
  async #render(db: Db, site: SiteRow, rows: ChangeRow[]): Promise<[Watched, Change[]][]> {
    const load = createLoader(db, site.id)
    const shared = new Map<string, Rendered[]>()
    const frames: [Watched, Change[]][] = []
    for (const watched of [...this.#watched.values()]) {
      const { reader } = watched.stream
      if (!rows.some(row => concerns(row, reader))) continue
      const kind = reader.kind === 'public' ? 'public' : watched.stream.key
      const rendered =
        shared.get(kind) ?? (await renderChanges(load, site, reader, rows, this.#parts.clock.now()))
      shared.set(kind, rendered)
      frames.push([watched, await this.#ofPage(db, watched, rendered)])
    }
    return frames
  }

  async #ofPage(db: Db, watched: Watched, rendered: Rendered[]): Promise<Change[]> {
    const { page } = watched.stream
    if (page !== null) watched.pageId ??= (await findPage(db, this.#parts.siteId, page))?.id ?? null
    return rendered
      .filter(step => page === null || step.pageId === null || step.pageId === watched.pageId)
      .map(step => step.change)
  }

  #send(watched: Watched, changes: Change[]): void {
    const { stream } = watched
    watched.ring.push(changes)
    const frame: Frame = {
      stream: stream.name,
      epoch: this.#epoch,
      from: watched.sentTo,
      to: this.#head,
      changes,
    }
    watched.sentTo = this.#head
    this.#parts.emit(stream, frame)
  }

  #startOver({ epoch, head }: { epoch: string; head: number }): void {
    this.#epoch = epoch
    this.#head = head
    this.#mark = undefined
    for (const watched of this.#watched.values()) {
      watched.ring = createRing(head)
      watched.sentTo = head
    }
    this.#parts.onReset({ epoch, head })
    for (const wake of [...this.#waiting]) wake()
  }
}

const markOf = ({ mutation_id, entity_id, at }: ChangeRow) => `${mutation_id} ${entity_id} ${at}`
