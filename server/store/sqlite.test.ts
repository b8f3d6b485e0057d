import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Kysely, SqliteDialect, sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { storeContract } from './contract-suite.ts'
import { createGroupWriter } from './group-writer.ts'
import { DatabaseTooNew } from './migrate.ts'
import { openSqlite } from './sqlite.ts'

const FULL = 2

const inFolder = async (use: (file: string) => Promise<void>) => {
  const folder = await mkdtemp(join(tmpdir(), 'parla-'))
  try {
    await use(join(folder, 'parla.db'))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

storeContract('SQLite', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'parla-'))
  const store = await openSqlite(join(folder, 'data', 'parla.db'))
  return {
    store,
    async discard() {
      await store.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
})

describe('SQLite file', () => {
  it('[O2] is migrated once, however many processes start', () =>
    inFolder(async file => {
      const stores = await Promise.all([openSqlite(file), openSqlite(file)])
      for (const store of stores) await store.close()
      const again = await openSqlite(file)
      await again.close()
    }))

  it('[O2] of a newer version is refused with a sentence for the operator', () =>
    inFolder(async file => {
      await (await openSqlite(file)).close()
      const db = new Database(file)
      db.prepare('insert into kysely_migration (name, timestamp) values (?, ?)').run('9999-future', 'now')
      db.close()
      await expect(openSqlite(file)).rejects.toThrow(DatabaseTooNew)
      await expect(openSqlite(file)).rejects.toThrow(/newer version of Parla/)
    }))

  it('[W1] syncs every commit to the disk', () =>
    inFolder(async file => {
      const store = await openSqlite(file)
      const { rows } = await store.write(db => sql`pragma synchronous`.execute(db))
      expect(rows).toEqual([{ synchronous: FULL }])
      await store.close()
    }))

  it('[O4] waits for a foreign lock off the event loop, and reads meanwhile', () =>
    inFolder(async file => {
      const store = await openSqlite(file)
      const foreign = new Database(file)
      foreign.exec('begin immediate')
      let longest = 0
      let last = performance.now()
      const watch = setInterval(() => {
        longest = Math.max(longest, performance.now() - last)
        last = performance.now()
      }, 5)
      const write = store.write(db => db.selectFrom('site').selectAll().execute())
      for (let i = 0; i < 20; i++) await store.read(db => db.selectFrom('site').selectAll().execute())
      await new Promise(resolve => setTimeout(resolve, 200).unref())
      foreign.exec('commit')
      await write
      clearInterval(watch)
      foreign.close()
      await store.close()
      expect(longest).toBeLessThan(100)
    }))
})

describe('SQLite without room', () => {
  let folder: string
  let database: Database.Database
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parla-'))
    database = new Database(join(folder, 'small.db'))
    database.exec('create table page (id text)')
  })
  afterEach(async () => {
    database.close()
    await rm(folder, { recursive: true, force: true })
  })

  it('[O4] answers busy, keeps what was there and works again when there is room', async () => {
    const db = new Kysely<never>({ dialect: new SqliteDialect({ database }) })
    const write = createGroupWriter(db as never)
    const add = (bytes: number) =>
      write(at =>
        at
          .insertInto('page')
          .values({ id: 'x'.repeat(bytes) } as never)
          .execute(),
      )
    await add(10)
    database.pragma(`max_page_count = ${database.pragma('page_count', { simple: true })}`)
    const outcomes = await Promise.allSettled([add(200_000), add(200_000)])
    for (const outcome of outcomes)
      expect(outcome).toMatchObject({
        status: 'rejected',
        reason: { code: 'busy', facts: { retryAfter: 5 } },
      })
    expect(database.prepare('select count(*) as n from page').get()).toEqual({ n: 1 })
    database.pragma('max_page_count = 1000000')
    await add(200_000)
    expect(database.prepare('select count(*) as n from page').get()).toEqual({ n: 2 })
  })
})
