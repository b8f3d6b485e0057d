import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, onTestFinished } from 'vitest'
import { createTestDatabase } from '../../test/services/database.ts'
import { describeWith } from '../../test/services/suites.ts'
import { openPostgres } from '../store/postgres.ts'
import { openSqlite } from '../store/sqlite.ts'
import type { Store } from '../store/store.ts'

/** Opens a database as one more node does; they share it within a test. */
export type OpenNode = () => Promise<Store>

/** The same suite on either database, on a new one for each test. */
export function onBothDatabases(title: string, body: (fresh: () => Promise<OpenNode>) => void): void {
  describe(`${title}, on SQLite`, () =>
    body(async () => {
      const folder = await mkdtemp(join(tmpdir(), 'parla-'))
      onTestFinished(() => rm(folder, { recursive: true, force: true }))
      return opening(() => openSqlite(join(folder, 'parla.db')))
    }))
  describeWith('databaseUrl')(`${title}, on Postgres`, () =>
    body(async () => {
      const database = await createTestDatabase()
      onTestFinished(() => database.drop())
      return opening(() => openPostgres(database.url, 3))
    }),
  )
}

/** What ends last was begun first: stores close before their database goes. */
const opening = (open: () => Promise<Store>): OpenNode => {
  return async () => {
    const store = await open()
    onTestFinished(() => store.close())
    return store
  }
}

/** Something to wait for that the test itself decides. */
export function gate(): { passed: Promise<void>; open(): void } {
  let open: () => void = () => undefined
  const passed = new Promise<void>(resolve => {
    open = resolve
  })
  return { passed, open: () => open() }
}
