import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pino } from 'pino'
import { startDemoSite } from '../../demo/site-server.ts'
import type { Demo } from '../../demo/start.ts'
import { DEMO_SITE, startDemo } from '../../demo/start.ts'
import type { App } from '../../server/app.ts'
import { createApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { createRateLimits } from '../../server/features/rate-limits.ts'
import { systemClock } from '../../server/lib/clock.ts'
import { unmeasured } from '../../server/lib/load-gauge.ts'
import { setSiteOrigins } from '../../server/store/sites.ts'

/** A running product: one server node or several, each with the demo brand's site on an origin of its own. */
export interface Stage {
  nodes: { app: App; demo: Demo }[]
  /** The code that creates the owner. */
  code: string
  close(): Promise<void>
}

export interface StageOptions {
  nodes: number
  databaseUrl?: string
  redisUrl?: string
  redisPrefix?: string
}

export async function setStage({ nodes: count, ...services }: StageOptions): Promise<Stage> {
  const dataDir = await mkdtemp(join(tmpdir(), 'parla-'))
  const nodes: Stage['nodes'] = []
  for (let i = 0; i < count; i++) {
    const app = await startNode(dataDir, services)
    const demo = i === 0 ? await startDemo(app, { port: 0, now: systemClock.now() }) : await secondDemo(app)
    nodes.push({ app, demo })
  }
  const first = nodes[0] as Stage['nodes'][number]
  const origins = nodes.map(({ demo }) => new URL(demo.url).origin)
  await first.app.store.write(db => setSiteOrigins(db, DEMO_SITE, origins))
  return {
    nodes,
    code: (await first.app.staff.issueSetupCode()) as string,
    async close() {
      for (const { app, demo } of nodes) {
        await demo.close()
        await app.close()
      }
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

const startNode = (dataDir: string, services: Omit<StageOptions, 'nodes'>) =>
  createApp({
    config: readConfig({
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      DATABASE_URL: services.databaseUrl,
      REDIS_URL: services.redisUrl,
      REDIS_PREFIX: services.redisPrefix,
    }),
    clock: systemClock,
    logger: pino({ level: 'warn' }, pino.destination(2)),
    limits: createRateLimits(),
    load: unmeasured,
    assetsDir: resolve('dist'),
  })

const secondDemo = (app: App) => startDemoSite({ port: 0, parlaOrigin: app.url, siteKey: DEMO_SITE })
