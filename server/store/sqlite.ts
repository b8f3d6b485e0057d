import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { Kysely, SqliteAdapter, SqliteDialect, sql } from 'kysely'
import { createGroupWriter } from './group-writer.ts'
import { whileLocked } from './lock-patience.ts'
import { migrate } from './migrate.ts'
import { keepPrepared } from './prepared.ts'
import type { Schema } from './schema.ts'
import { refusal } from './sqlite-errors.ts'
import type { Store } from './store.ts'

/** A lock held by somebody else stops the event loop this long at the most; longer waits are spent off it. */
const BUSY_TIMEOUT_MS = 5

/** SQLite's DDL is transactional; Kysely assumes the least. Taking the write lock first makes starts queue up. */
class LockingAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl() {
    return true
  }
  override async acquireMigrationLock(db: Kysely<unknown>) {
    await sql`update kysely_migration_lock set is_locked = is_locked`.execute(db)
  }
}

class Dialect extends SqliteDialect {
  override createAdapter() {
    return new LockingAdapter()
  }
}

/**
 * Opens (and creates) the database file. One connection writes, another reads: in WAL mode readers never wait for a
 * writer. `synchronous=FULL` because an acknowledged post must survive a power cut.
 */
export async function openSqlite(file: string): Promise<Store> {
  mkdirSync(dirname(file), { recursive: true })
  const writing = new Database(file, { timeout: BUSY_TIMEOUT_MS })
  await whileLocked(async () => writing.pragma('journal_mode = WAL'))
  writing.pragma('synchronous = FULL')
  writing.pragma('foreign_keys = ON')
  const migrating = new Kysely<never>({ dialect: new Dialect({ database: writing }) })
  try {
    // Another process may be migrating at this moment.
    await whileLocked(() => migrate(migrating, 'sqlite'))
  } catch (error) {
    await migrating.destroy()
    throw error
  }
  const on = (database: Database.Database) =>
    new Kysely<Schema>({ dialect: new SqliteDialect({ database: keepPrepared(database) }) })
  const writer = on(writing)
  const reader = on(new Database(file, { readonly: true, timeout: BUSY_TIMEOUT_MS }))
  return {
    dialect: 'sqlite',
    async read(work) {
      try {
        return await reader.connection().execute(async db => {
          await sql`begin`.execute(db)
          try {
            return await work(db)
          } finally {
            await sql`rollback`.execute(db)
          }
        })
      } catch (error) {
        throw refusal(error)
      }
    },
    write: createGroupWriter(writer),
    async close() {
      await reader.destroy()
      await writer.destroy()
    },
  }
}
