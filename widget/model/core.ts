import type { CommandName, CommandResult } from '../../server/contract/commands.ts'
import type { Change, StreamName } from '../../server/contract/feed.ts'
import type { Presence } from '../../server/contract/presence.ts'
import type { Listeners } from '../api/connection.ts'
import type { Read } from '../api/http.ts'
import { createReader } from '../api/http.ts'
import type { Session } from '../api/session.ts'
import { createSession } from '../api/session.ts'
import type { Storage } from '../api/storage.ts'
import { createStorage } from '../api/storage.ts'
import type { WidgetConfig } from '../config.ts'
import type { ReadonlySignal, Signal } from '../signals/signal.ts'
import { computed, signal } from '../signals/signal.ts'
import type { Effects } from './effects.ts'
import type { Items, Overlay, OwnReply } from './items.ts'
import { createItems } from './items.ts'
import type { At, Entity, Known, Replica } from './replica.ts'
import { createReplica } from './replica.ts'
import type { Seen } from './seen.ts'
import { createSeen } from './seen.ts'
import type { Link, Notice } from './types.ts'

/** The live half, once its chunk is there. */
export interface Live {
  /** Something was read at an older position than the streams are at, or the network is back: look for what is missing. */
  pull: () => void
  /** Connects at once instead of at the next turn. */
  reconnect: () => void
  /** Connects anew, as whoever the viewer is by now. */
  renew: () => void
  /** Over the socket; null when it is not connected as this viewer. */
  command: (id: string, name: CommandName, input: unknown) => Promise<CommandResult> | null
  /** Tells what is {@link Core.lookedAt}. */
  look: () => void
  /** At most one in ten seconds, merged to a count. */
  announceReply: (notice: Notice) => void
  typing: () => void
}

/** Hears every change that was news, inside the batch that applies it. */
export type Ear = (change: Change, was: Known<Entity>) => void

type Events = WindowEventMap & Pick<DocumentEventMap, 'visibilitychange'>

/**
 * How one of the team introduces themselves to the server: by the admin's cookie, or on a brand's page by a pass.
 * `hidden`: nobody is to be told of them.
 */
export interface StaffSign {
  staff?: true
  pass?: string
  hidden?: true
}

/** What the parts of the model share. Nothing outside `model/` sees it. */
export interface Core {
  config: WidgetConfig
  staff: StaffSign | false
  /** `https://…/api/v1/sites/<site>`, below `/admin` for staff. */
  base: string
  init: RequestInit
  read: Read
  storage: Storage
  session: Signal<Session | null>
  /** Who the viewer is from now on, here and in the storage. */
  remember: (session: Session | null) => void
  /** Who that is by now, as another tab may have said. */
  recall: () => void
  /** The server does not know this device any more: its name stays, for the next one. */
  lose: (token: string | null) => void
  replica: Replica
  seen: Seen
  items: Items
  overlay: Signal<Overlay | null>
  /** Of commands that only the team has. */
  effects: Effects
  ears: Set<Ear>
  /** Hears first, so that the viewer's own message is known as theirs before anybody counts it as news. */
  firstEar: Ear | null
  /** Threads whose bodies and replies are worth keeping. */
  wanted: Set<string>
  /** The whole site is followed, not the page only. */
  wide: Signal<boolean>
  streams: ReadonlySignal<readonly StreamName[]>
  link: Signal<Link>
  presence: Signal<Presence>
  /** What else is told over the line, to whoever wants to hear it. */
  hears?: Partial<Listeners>
  /** Who of the staff writes where. */
  writing: Signal<{ thread: string; name: string } | null>
  notice: Signal<Notice | null>
  /** Milliseconds; when the viewer last wrote something, 0 before. */
  typedAt: number
  /** The thread that the viewer has before them. */
  lookedAt: string | null
  /** The viewer's own replies of this visit, from the click on. */
  unsent: Signal<readonly OwnReply[]>
  /** There is something to look at. */
  ready: Signal<boolean>
  ended: boolean
  live: Live | null
  /** The stream in which threads and replies come. */
  stream: () => StreamName
  /** Follows the whole site from where the page is at. */
  widen: () => void
  /** Takes a read's rows and looks for whatever is newer than them. */
  learn: (at: At, changes: readonly Change[]) => void
  /** After the server could not serve our position: reads again what is on screen. */
  resets: Set<() => Promise<void>>
  /** Hears what the host page goes through, by the name of the event, until the end. */
  listen: (heard: { [E in keyof Events]?: (event: Events[E]) => void }) => void
  /** For {@link Conversation.destroy}. */
  ends: Set<() => void>
}

export const createCore = (config: WidgetConfig, staff: StaffSign | false): Core => {
  const end = new AbortController()
  const base = `${config.origin}/api/v1${staff ? '/admin' : ''}/sites/${config.site}`
  const init: RequestInit = staff
    ? { headers: { 'X-Parla-Admin': '1' }, credentials: 'same-origin' }
    : { credentials: 'omit' }
  // The admin may live on an origin where people also visit.
  const storage = createStorage(staff ? `staff:${config.site}` : config.site)
  const session = staff ? signal<Session | null>(null) : createSession(storage)
  const ears = new Set<Ear>()
  const wanted = new Set<string>()
  const wide = signal(config.scope === 'site')
  const overlay = signal<Overlay | null>(null)

  const replica = createReplica({
    keep: put =>
      put.entity === 'reply' ? wanted.has(put.row.thread) : put.entity !== 'body' || wanted.has(put.id),
    heard: (change, was) => {
      core.firstEar?.(change, was)
      for (const ear of ears) ear(change, was)
    },
  })
  const seen = createSeen(storage)

  const stream = (): StreamName => {
    if (staff) return 'staff'
    return wide.value ? 'public' : `page:${config.page.key}`
  }

  const core: Core = {
    config,
    staff,
    base,
    init,
    read: createReader(base, { ...init, signal: end.signal }),
    storage,
    session,
    remember: next => {
      session.value = next
      storage.write('', next)
    },
    recall: () => {
      const stored = storage.read<Session>('')
      if (!staff && JSON.stringify(stored) !== JSON.stringify(session.peek())) session.value = stored
      seen.recall()
    },
    lose: token => {
      core.recall()
      const { token: now, name = null } = session.peek() ?? {}
      if (now === token) core.remember({ token: null, id: null, name })
    },
    replica,
    seen,
    items: createItems(replica, overlay, seen),
    overlay,
    effects: {},
    ears,
    firstEar: null,
    wanted,
    wide,
    streams: computed(() => (staff || session.value?.token ? [stream(), 'me'] : [stream()])),
    link: signal<Link>('idle'),
    presence: signal({ names: [], count: 0, replyMinutes: null, backAt: null }),
    writing: signal(null),
    notice: signal(null),
    typedAt: 0,
    lookedAt: null,
    unsent: signal([]),
    ready: signal(false),
    ended: false,
    live: null,
    stream,
    learn: (at, changes) => {
      const before = replica.cursor(stream())
      replica.learn(at, changes, stream())
      if (before !== undefined && before > at.asOf) core.live?.pull()
    },
    widen: () => {
      const epoch = replica.epoch()
      const asOf = replica.cursor(stream())
      if (epoch !== null && asOf !== undefined) replica.learn({ epoch, asOf }, [], 'public')
      wide.value = true
    },
    resets: new Set(),
    listen: heard => {
      for (const [name, hear] of Object.entries(heard)) addEventListener(name, hear as EventListener, end)
    },
    ends: new Set([() => end.abort()]),
  }
  return core
}
