import type { Logger } from 'pino'
import type { Customers } from '../auth/customers.ts'
import type { OwnAccount } from '../auth/own-account.ts'
import type { Passes } from '../auth/passes.ts'
import type { Staff } from '../auth/staff.ts'
import type { Team } from '../auth/team.ts'
import type { Visitors } from '../auth/visitor.ts'
import type { CommandResult } from '../contract/commands.ts'
import type { Beacon, Pulled, StreamName } from '../contract/feed.ts'
import type { Images } from '../features/images.ts'
import type { KnownSites } from '../features/known-sites.ts'
import type { Sights } from '../features/sights.ts'
import type { Viewer } from '../features/viewer.ts'
import type { Clock } from '../lib/clock.ts'
import type { Store } from '../store/store.ts'

export interface PullQuery {
  stream: StreamName
  epoch: string
  since: number
  /** Seconds to hold the answer back while there is nothing new. */
  wait?: number | undefined
}

/** The part of the hub that HTTP needs. */
export interface Feed {
  head(siteId: string): Promise<Beacon>
  pull(viewer: Viewer, query: PullQuery, signal: AbortSignal): Promise<Pulled>
}

export interface HttpConfig {
  /** The server's own origin as browsers see it. Read at every request: a test knows its port late. */
  readonly publicUrl: string
  readonly secureCookies: boolean
  /** Visitors are offered to add images. */
  readonly takesImages: boolean
  /** Visitors can be written to. */
  readonly sendsMail: boolean
  /** Holds `manifest.json`, `widget/` and `admin/`. */
  readonly assetsDir: string
  /** Addresses (CIDR, comma-separated) whose `X-Forwarded-For` is believed. Left out: nobody's. */
  readonly trustedProxies?: string | undefined
}

export interface HttpDeps {
  store: Store
  sites: KnownSites
  clock: Clock
  execute(call: { id: string; name: string; input: unknown }, viewer: Viewer): Promise<CommandResult>
  feed: Feed
  visitors: Visitors
  customers: Customers
  staff: Staff
  passes: Passes
  team: Team
  account: OwnAccount
  sights: Sights
  images: Images
  logger: Logger
  config: HttpConfig
  /** True while the event loop is so late that new work is better refused. */
  isOverloaded(): boolean
  /** False while starting and draining. */
  ready(): boolean
}
