import type { Db } from './store.ts'

/** Remembers that pages of these origins asked for the widget at `at`. */
export const recordSights = (db: Db, siteId: string, origins: string[], at: number) =>
  db
    .insertInto('sight')
    .values(origins.map(origin => ({ site_id: siteId, origin, first_at: at, last_at: at })))
    .onConflict(conflict => conflict.columns(['site_id', 'origin']).doUpdateSet({ last_at: at }))
    .execute()

/** Where the site's tag has been seen, latest first. */
export const sightsOf = (db: Db, siteId: string) =>
  db
    .selectFrom('sight')
    .select(['origin', 'first_at', 'last_at'])
    .where('site_id', '=', siteId)
    .orderBy('last_at', 'desc')
    .orderBy('origin')
    .execute()
