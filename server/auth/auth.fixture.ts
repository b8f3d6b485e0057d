import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, onTestFinished } from 'vitest'
import { createTestDatabase } from '../../test/services/database.ts'
import { describeWith } from '../../test/services/suites.ts'
import { openStore } from '../store/open.ts'
import type { SiteRow } from '../store/rows.ts'
import { findSite, insertSite } from '../store/sites.ts'
import type { Store } from '../store/store.ts'

/** Runs the body's tests on each database there is. `open` gives a test a store of its own. */
export function onEachDatabase(body: (open: () => Promise<Store>) => void): void {
  describe('on SQLite', () => body(openFile))
  describeWith('databaseUrl')('on Postgres', () => body(openSchema))
}

async function openFile(): Promise<Store> {
  const folder = await mkdtemp(join(tmpdir(), 'parla-'))
  const store = await openStore({ databaseUrl: null, file: join(folder, 'parla.db') })
  onTestFinished(async () => {
    await store.close()
    await rm(folder, { recursive: true })
  })
  return store
}

async function openSchema(): Promise<Store> {
  const database = await createTestDatabase()
  const store = await openStore({ databaseUrl: database.url, file: '' })
  onTestFinished(async () => {
    await store.close()
    await database.drop()
  })
  return store
}

export async function addSite(store: Store, id: string, brand = 'Lume'): Promise<SiteRow> {
  return store.write(async db => {
    await insertSite(db, {
      id,
      brand,
      locale: 'en',
      origins: JSON.stringify(['https://lume.example']),
      kinds: JSON.stringify(['question', 'idea', 'problem', 'praise']),
      closed: 0,
      created_at: 1_795_392_000_000,
      seq: 0,
    })
    const site = await findSite(db, id)
    if (!site) throw new Error('The site was not written')
    return site
  })
}
