import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pino } from 'pino'
import type { App } from '../app.ts'
import { createApp } from '../app.ts'
import { readConfig } from '../config.ts'
import type { Pass, PassCode } from '../contract/passes.ts'
import type { Role } from '../contract/person.ts'
import type { RateLimits } from '../features/rate-limits.ts'
import { unlimited } from '../features/rate-limits.ts'
import { newToken } from '../lib/ids.ts'
import type { LoadGauge } from '../lib/load-gauge.ts'
import { unmeasured } from '../lib/load-gauge.ts'
import type { SiteRow } from '../store/rows.ts'
import type { HandClock } from './hand-clock.ts'
import { handClock } from './hand-clock.ts'
import { createSite, createStaffMember } from './people.ts'
import { TestClient } from './test-client.ts'

/** The brand's page in tests. */
export const TEST_ORIGIN = 'https://lume.example'

export interface TestAppOptions {
  databaseUrl?: string
  redisUrl?: string
  redisPrefix?: string
  limits?: RateLimits
  load?: LoadGauge
  /** Reuse a data folder, as a restarted server would. */
  dataDir?: string
  /** Megabytes of images a site may keep. */
  images?: number
  /** `smtp://…` of a mail server. Left out: no letters are sent. */
  smtpUrl?: string
  /** Level of the log on standard error. */
  log?: string
}

/** A real server on a port of its own, with one site. */
export interface TestApp {
  app: App
  clock: HandClock
  site: SiteRow
  dataDir: string
  addSite(brand?: string, origins?: string[]): Promise<SiteRow>
  /** Somebody with a device token, who has a name unless told otherwise. */
  visitor(name?: string | null, site?: SiteRow): Promise<TestClient>
  /** Somebody who looks without ever having acted. */
  stranger(site?: SiteRow): TestClient
  /** The same team member on the brand's page, by a pass. */
  inline(staff: TestClient, page?: { origin?: string; site?: SiteRow }): Promise<TestClient>
  /** A team member with a session. */
  staff(name?: string, role?: Role, site?: SiteRow): Promise<TestClient>
  close(): Promise<void>
}

export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const clock = handClock()
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'parla-')))
  const app = await createApp({
    config: readConfig({
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      DATABASE_URL: options.databaseUrl,
      REDIS_URL: options.redisUrl,
      REDIS_PREFIX: options.redisPrefix,
      IMAGES_MB: options.images?.toString(),
      SMTP_URL: options.smtpUrl,
      MAIL_FROM: options.smtpUrl && 'Lume <talk@lume.example>',
    }),
    clock,
    logger: pino({ level: options.log ?? 'silent' }),
    limits: options.limits ?? unlimited,
    load: options.load ?? unmeasured,
    assetsDir: resolve('dist'),
  })
  const clients: TestClient[] = []
  const client = (
    site: SiteRow,
    credentials: { token?: string; cookie?: string; pass?: string; origin?: string },
  ) => {
    const made = new TestClient({ url: app.url, origin: TEST_ORIGIN, site: site.id, ...credentials })
    clients.push(made)
    return made
  }

  const addSite = (brand = 'Lume', origins = [TEST_ORIGIN]) =>
    createSite(app.store, brand, origins, clock.now())
  const site = await addSite()
  return {
    app,
    clock,
    site,
    dataDir,
    addSite,
    stranger: (of = site) => client(of, {}),
    async visitor(name = 'Anna', of = site) {
      const made = client(of, {})
      await made.register(name)
      return made
    },
    async inline(member, { origin = TEST_ORIGIN, site: of = site } = {}) {
      const state = newToken()
      const { code } = await member.post<PassCode>('passes', { origin, state })
      const page = client(of, { origin })
      const { token, me } = await page.post<Pass>('passes', { code, state })
      const made = client(of, { origin, pass: token })
      made.personId = me.id
      return made
    },
    async staff(name = 'Giulia', role = 'agent', of = site) {
      const { cookie, personId } = await createStaffMember(app.store, of, name, role, clock.now())
      const made = client(of, { cookie })
      made.personId = personId
      return made
    },
    async close() {
      for (const made of clients) made.disconnect()
      await app.close()
      if (!options.dataDir) await rm(dataDir, { recursive: true, force: true })
    },
  }
}
