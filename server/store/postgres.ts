import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { AppError } from '../lib/app-error.ts'
import { migrate } from './migrate.ts'
import { isOutdated, QuickClient } from './quick-client.ts'
import type { Schema } from './schema.ts'
import type { Store } from './store.ts'

const INT8 = 20
/** Deadlock and serialization failures: the transaction did nothing and may simply run again. */
const RETRYABLE = new Set(['40001', '40P01'])
const TRIES = 3

/** Counters and milliseconds stay below 2^53. */
const types = {
  getTypeParser: ((oid: number, format?: 'text') =>
    oid === INT8 ? Number : pg.types.getTypeParser(oid, format ?? 'text')) as typeof pg.types.getTypeParser,
}

/** Opens a Postgres database by its connection string and brings it up to date. */
export async function openPostgres(connectionString: string, poolSize = 10): Promise<Store> {
  const pool = new pg.Pool({
    connectionString,
    max: poolSize,
    types,
    connectionTimeoutMillis: 5_000,
    Client: QuickClient,
  })
  // A connection that breaks is replaced at the next query. Without listeners its error would end the process: the
  // pool's hears of idle ones only, a connection's own of one that breaks between two queries of a transaction.
  pool.on('error', () => undefined)
  pool.on('connect', client => void client.on('error', () => undefined))
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  try {
    await migrate(db as unknown as Kysely<never>, 'postgres')
  } catch (error) {
    await db.destroy()
    throw error
  }
  return {
    dialect: 'postgres',
    read: work =>
      attempt(() =>
        db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work),
      ),
    write: work => attempt(() => db.transaction().execute(work)),
    close: () => db.destroy(),
  }
}

async function attempt<T>(transaction: () => Promise<T>): Promise<T> {
  for (let i = 1; ; i++) {
    try {
      return await transaction()
    } catch (error) {
      if (i < TRIES && (RETRYABLE.has(codeOf(error)) || isOutdated(error))) continue
      throw isAway(error) ? new AppError('busy', { retryAfter: 2, detail: codeOf(error) }) : error
    }
  }
}

const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** Connection lost or refused, server shutting down, disk full, too many connections. */
const isAway = (error: unknown) =>
  /^(08|57P|53)|^E(CONN|PIPE|TIMEDOUT|HOSTUNREACH)/.test(codeOf(error)) ||
  (error instanceof Error &&
    /Connection terminated|connection error and is not queryable|timeout exceeded when trying to connect/.test(
      error.message,
    ))
