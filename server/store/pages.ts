import { nanoid } from 'nanoid'
import type { PageInput } from '../contract/page.ts'
import type { PageRow } from './rows.ts'
import type { Db } from './store.ts'

export const findPage = (db: Db, siteId: string, key: string): Promise<PageRow | undefined> =>
  db.selectFrom('page').selectAll().where('site_id', '=', siteId).where('key', '=', key).executeTakeFirst()

export const pagesByIds = async (db: Db, ids: string[]): Promise<Map<string, PageRow>> => {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('page').selectAll().where('id', 'in', ids).execute()
  return new Map(rows.map(row => [row.id, row]))
}

/** The page of that key, made or given the newest URL and title. */
export const upsertPage = (db: Db, siteId: string, page: PageInput): Promise<PageRow> => {
  const facts = { url: page.url, title: page.title ?? null }
  return db
    .insertInto('page')
    .values({ id: `g_${nanoid(16)}`, site_id: siteId, key: page.key, ...facts })
    .onConflict(conflict => conflict.columns(['site_id', 'key']).doUpdateSet(facts))
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Public threads and messages per page key; keys nobody wrote on are left out. */
export const countPages = (db: Db, siteId: string, keys: string[]) =>
  db
    .selectFrom('page')
    .innerJoin('thread', 'thread.page_id', 'page.id')
    .select(eb => [
      'page.key',
      eb.fn.countAll<number>().as('threads'),
      eb.fn.sum<number>('thread.replies').as('replies'),
    ])
    .where('page.site_id', '=', siteId)
    .where('page.key', 'in', keys)
    .where('thread.visibility', '=', 'public')
    .where('thread.canonical_id', 'is', null)
    .groupBy('page.key')
    .execute()
