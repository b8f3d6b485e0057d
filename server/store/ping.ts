import { sql } from 'kysely'
import type { Store } from './store.ts'

/** Throws when the database does not answer. */
export const pingStore = (store: Store): Promise<unknown> => store.read(db => sql`select 1`.execute(db))
