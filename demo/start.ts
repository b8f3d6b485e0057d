import type { App } from '../server/app.ts'
import { KINDS } from '../server/contract/limits.ts'
import type { SiteRow } from '../server/store/rows.ts'
import { findSite, insertSite, setSiteOrigins } from '../server/store/sites.ts'
import { seedConversations } from './seed/run.ts'
import { startDemoSite } from './site-server.ts'

/** The demo brand's public site key. */
export const DEMO_SITE = 's_lume'

export interface Demo {
  url: string
  close(): Promise<void>
}

/** Serves the demo brand's site beside the app, on its own origin, and fills it with conversations the first time. */
export async function startDemo(app: App, { port, now }: { port: number; now: number }): Promise<Demo> {
  const demo = await startDemoSite({ port, parlaOrigin: app.url, siteKey: DEMO_SITE })
  const origin = new URL(demo.url).origin
  const known = await app.store.read(db => findSite(db, DEMO_SITE))
  if (known) await app.store.write(db => setSiteOrigins(db, DEMO_SITE, [origin]))
  else await createDemoSite(app, origin, now)
  return demo
}

async function createDemoSite({ store }: App, origin: string, now: number): Promise<void> {
  const site = {
    id: DEMO_SITE,
    brand: 'Lume & Figli',
    locale: 'en' as const,
    origins: JSON.stringify([origin]),
    kinds: JSON.stringify(KINDS),
    closed: 0,
    created_at: now,
    seq: 0,
  }
  const row = await store.write(async db => {
    await insertSite(db, site)
    return (await findSite(db, DEMO_SITE)) as SiteRow
  })
  await seedConversations({ store, site: row, origin, now })
}
