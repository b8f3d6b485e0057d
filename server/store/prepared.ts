import type Database from 'better-sqlite3'
import type { SqliteDatabase, SqliteStatement } from 'kysely'

/** Statements kept; lists of ids make a few more of them than there are queries in the code. */
const KEPT = 500

/** Prepares each statement once, as long as it is among those used last: preparing costs more than most of them do. */
export function keepPrepared(database: Database.Database): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>()
  return {
    prepare(sql) {
      const statement = kept.get(sql) ?? (database.prepare(sql) as unknown as SqliteStatement)
      // A map iterates in order of insertion: taken out and put back, it is the youngest.
      kept.delete(sql)
      kept.set(sql, statement)
      for (const oldest of kept.keys()) {
        if (kept.size <= KEPT) break
        kept.delete(oldest)
      }
      return statement
    },
    close: () => void database.close(),
  }
}
