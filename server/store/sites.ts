import type { Insertable, Selectable, Updateable } from 'kysely'
import { sql } from 'kysely'
import { newId } from '../lib/ids.ts'
import type { SiteRow } from './rows.ts'
import type { SiteTable } from './schema.ts'
import type { Db, Dialect } from './store.ts'

/** With the names of its team: whatever is shown of a site's people asks who could be taken for one of them. */
export const findSite = (db: Db, id: string): Promise<SiteRow | undefined> =>
  db
    .selectFrom('site')
    .selectAll('site')
    .select(eb =>
      eb
        .selectFrom('person')
        .select(sql<string | null>`string_agg(name, ${'\n'})`.as('names'))
        .whereRef('person.site_id', '=', 'site.id')
        .where('person.account_id', 'is not', null)
        .as('team_names'),
    )
    .where('site.id', '=', id)
    .executeTakeFirst()

/** Lets one at a time do what must not be done twice on a site. SQLite has one writer anyway. */
export const lockSite = (db: Db, dialect: Dialect, id: string) =>
  db
    .selectFrom('site')
    .select('id')
    .where('id', '=', id)
    .$if(dialect === 'postgres', query => query.forUpdate())
    .execute()

export const listSites = (db: Db): Promise<Selectable<SiteTable>[]> =>
  db.selectFrom('site').selectAll().orderBy('created_at').execute()

/** A site and its feed, which begins at 0 in an epoch of its own. */
export async function insertSite(db: Db, site: Insertable<SiteTable>): Promise<void> {
  await db.insertInto('site').values(site).execute()
  await db
    .insertInto('site_head')
    .values({ site_id: site.id, epoch: newId('e'), head: 0, floor: 0 })
    .execute()
}

/** Which origins may speak for the site from now on. */
export const setSiteOrigins = (db: Db, id: string, origins: string[]) =>
  db
    .updateTable('site')
    .set({ origins: JSON.stringify(origins) })
    .where('id', '=', id)
    .execute()

export const updateSite = (db: Db, id: string, columns: Updateable<SiteTable>) =>
  db.updateTable('site').set(columns).where('id', '=', id).execute()
