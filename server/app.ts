import { randomUUID } from 'node:crypto'
import type { Server } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { createCustomers } from './auth/customers.ts'
import { createOwnAccount } from './auth/own-account.ts'
import { createPasses } from './auth/passes.ts'
import type { Staff } from './auth/staff.ts'
import { createStaff } from './auth/staff.ts'
import { createTeam } from './auth/team.ts'
import { createVisitors } from './auth/visitor.ts'
import type { Config } from './config.ts'
import { HEADER_BYTES } from './contract/limits.ts'
import type { Execute } from './features/execute.ts'
import { createExecute } from './features/execute.ts'
import type { Images } from './features/images.ts'
import { createImages } from './features/images.ts'
import { createKnownSites } from './features/known-sites.ts'
import type { RateLimits } from './features/rate-limits.ts'
import { createRateLimits } from './features/rate-limits.ts'
import { createSights } from './features/sights.ts'
import { createHttp } from './http/create-http.ts'
import { readSessionCookie } from './http/session-cookie.ts'
import { createImageCare } from './jobs/images.ts'
import { createMailCare } from './jobs/mail-care.ts'
import { createMailJobs } from './jobs/mail-jobs.ts'
import { createRetention } from './jobs/retention.ts'
import type { JobRunner } from './jobs/runner.ts'
import { createJobRunner } from './jobs/runner.ts'
import { ownBudgets, sharedBudgets } from './lib/budgets.ts'
import type { Clock } from './lib/clock.ts'
import type { LoadGauge } from './lib/load-gauge.ts'
import { watchUnusedConnections } from './lib/unused-connections.ts'
import { connectBus, silentBus } from './realtime/bus.ts'
import { Hub } from './realtime/hub.ts'
import { connectCounters } from './realtime/shared-counters.ts'
import { identifySocket } from './realtime/viewers.ts'
import { openStore } from './store/open.ts'
import type { Store } from './store/store.ts'

/** Connections that may wait to be accepted: a herd coming back must not be refused by the kernel. */
const BACKLOG = 4096

const MEGABYTE = 1_000_000

/** Requests that have not ended by then are cut off when the server closes. */
const LAST_REQUESTS_MS = 10_000

export interface AppParts {
  config: Config
  clock: Clock
  logger: Logger
  /** Instead of the usual ones. */
  limits?: RateLimits
  load: LoadGauge
  /** Holds `manifest.json`, `widget/` and `admin/` as built. */
  assetsDir: string
}

/** Everything, wired and listening. */
export interface App {
  /** The server's own origin as browsers see it. */
  readonly url: string
  readonly store: Store
  readonly execute: Execute
  readonly images: Images
  readonly staff: Staff
  readonly hub: Hub
  readonly jobs: JobRunner
  readonly server: Server
  /** Stops taking new work, sends live viewers away over `ms`, lets requests end, closes. */
  drain(ms: number): Promise<void>
  close(): Promise<void>
}

/** The one place where the parts of the server meet: for main, for the demo and for every test. */
export async function createApp({ config, clock, logger, limits, load, assetsDir }: AppParts): Promise<App> {
  const store = await openStore({
    databaseUrl: config.databaseUrl,
    file: join(config.dataDir, 'parla.db'),
  })
  const onError = (error: unknown) => logger.error({ err: error }, 'unexpected')
  const server = createServer({ maxHeaderSize: HEADER_BYTES, headersTimeout: 10_000, requestTimeout: 30_000 })
  const closeUnused = watchUnusedConnections(server)
  const secureCookies = config.publicUrl?.startsWith('https:') ?? false
  let draining = false
  const publicUrl = () => config.publicUrl ?? `http://localhost:${(server.address() as AddressInfo).port}`

  const sites = createKnownSites(store)
  const sights = createSights({ store, clock })
  const counters = config.redisUrl ? connectCounters(config.redisUrl, onError) : null
  const budgets = counters ? sharedBudgets(counters, `${config.redisPrefix}:budget`) : ownBudgets
  const visitors = createVisitors({ store, clock, budgets })
  const staff = createStaff({ store, clock, budgets, onSignedOut: hash => hub.endSession(hash) })
  const team = createTeam({ store, clock, budgets, onCommit: siteId => hub.moved(siteId) })
  const passes = createPasses({ store, clock, budgets, onEnded: hash => hub.endSession(hash) })
  const account = createOwnAccount({ store, budgets, onSignedOut: hash => hub.endSession(hash) })
  const execute = createExecute({
    store,
    clock,
    limits: limits ?? createRateLimits(budgets),
    mail: config.mail !== null,
    onCommit: siteId => hub.moved(siteId),
    onStanding: (siteId, personId) => hub.standingChanged(siteId, personId),
  })
  const images = createImages({ store, clock, budgets, room: config.images * MEGABYTE })
  const hub = new Hub({
    store,
    clock,
    execute,
    onError,
    isOverloaded: () => load.overloaded,
    identify: socket =>
      identifySocket(socket, {
        sites,
        visitors,
        staff,
        passes,
        isAdminOrigin: origin => origin === undefined || origin === new URL(publicUrl()).origin,
        sessionToken: cookies => readSessionCookie(cookies, secureCookies),
      }),
    connectBus: async handlers =>
      config.redisUrl
        ? connectBus({
            url: config.redisUrl,
            prefix: config.redisPrefix,
            node: randomUUID(),
            onError,
            ...handlers,
          })
        : silentBus,
  })
  const letters = createMailJobs({ mail: config.mail, store, clock, publicUrl, logger })
  const chores = [
    ...[createRetention({ store, clock }), createImageCare({ store, clock }), createMailCare({ clock })],
    ...letters.jobs,
  ]
  const jobs = createJobRunner({ store, clock, jobs: chores, onError })
  server.on(
    'request',
    createHttp({
      store,
      sites,
      clock,
      execute,
      feed: hub.feeds,
      visitors,
      customers: createCustomers({ store, clock, visitors, execute, budgets }),
      staff,
      passes,
      team,
      account,
      sights,
      images,
      logger,
      config: {
        get publicUrl() {
          return publicUrl()
        },
        secureCookies,
        takesImages: config.images > 0,
        sendsMail: config.mail !== null,
        assetsDir,
        trustedProxies: config.trustedProxies,
      },
      isOverloaded: () => load.overloaded,
      ready: () => !draining,
    }),
  )
  try {
    await listen(server, config)
    await hub.listen(server)
    jobs.start()
  } catch (error) {
    letters.close()
    counters?.close()
    await store.close()
    throw error
  }

  const close = async () => {
    // Nobody new first: who came in while the rest is being closed would be waited for.
    const closed = new Promise<void>(resolve => server.close(() => resolve()))
    await Promise.all([hub.close(), jobs.close()])
    letters.close()
    server.closeIdleConnections()
    closeUnused()
    const patience = setTimeout(() => server.closeAllConnections(), LAST_REQUESTS_MS)
    await closed
    clearTimeout(patience)
    counters?.close()
    await store.close()
  }
  return {
    get url() {
      return publicUrl()
    },
    store,
    execute,
    images,
    staff,
    hub,
    jobs,
    server,
    async drain(ms) {
      draining = true
      await hub.drain(ms)
      await close()
    },
    close,
  }
}

function listen(server: Server, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host, backlog: BACKLOG }, () => {
      server.off('error', reject)
      resolve()
    })
  })
}
