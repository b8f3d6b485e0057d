import { openPostgres } from './postgres.ts'
import { openSqlite } from './sqlite.ts'
import type { Store } from './store.ts'

/** `databaseUrl` (postgres://…) when given, else the SQLite file. Migrates before it answers. */
export const openStore = (where: { databaseUrl: string | null; file: string }): Promise<Store> =>
  where.databaseUrl ? openPostgres(where.databaseUrl) : openSqlite(where.file)
