import type { Kysely } from 'kysely'
import type { Schema } from './schema.ts'

export type Db = Kysely<Schema>
export type Dialect = 'sqlite' | 'postgres'

/**
 * The store of record. `read` runs in one snapshot. `write` runs in one transaction and resolves only when it is
 * durable; concurrent writes may share a commit, each alone in failing. Both throw `AppError('busy')` when the
 * database is locked, full or away.
 */
export interface Store {
  readonly dialect: Dialect
  read<T>(work: (db: Db) => Promise<T>): Promise<T>
  write<T>(work: (db: Db) => Promise<T>): Promise<T>
  close(): Promise<void>
}
