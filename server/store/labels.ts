import { newId } from '../lib/ids.ts'
import type { ThreadRow } from './rows.ts'
import type { Db } from './store.ts'

/** The id of the site's label of that name, made when new. */
export const upsertLabel = (db: Db, siteId: string, name: string) =>
  db
    .insertInto('label')
    .values({ id: newId('l'), site_id: siteId, name })
    .onConflict(conflict => conflict.columns(['site_id', 'name']).doUpdateSet({ name }))
    .returning('id')
    .executeTakeFirstOrThrow()

export const addLabel = (db: Db, siteId: string, threadId: string, labelId: string) =>
  db
    .insertInto('thread_label')
    .values({ site_id: siteId, thread_id: threadId, label_id: labelId })
    .onConflict(conflict => conflict.columns(['thread_id', 'label_id']).doNothing())
    .execute()

export const removeLabel = (db: Db, siteId: string, threadId: string, name: string) =>
  db
    .deleteFrom('thread_label')
    .where('thread_id', '=', threadId)
    .where('label_id', 'in', eb =>
      eb.selectFrom('label').select('id').where('site_id', '=', siteId).where('name', '=', name),
    )
    .execute()

/** Labels of each thread, by name. */
export async function labelsOf(db: Db, threadIds: string[]) {
  if (threadIds.length === 0) return []
  return db
    .selectFrom('thread_label')
    .innerJoin('label', 'label.id', 'thread_label.label_id')
    .select(['thread_label.thread_id', 'label.id', 'label.name'])
    .where('thread_label.thread_id', 'in', threadIds)
    .orderBy('label.name')
    .execute()
}

/** A site's labels by name, with how many threads bear each. */
export async function listLabels(db: Db, siteId: string) {
  const rows = await db
    .selectFrom('label')
    .leftJoin('thread_label', 'thread_label.label_id', 'label.id')
    .select(eb => ['label.id', 'label.name', eb.fn.count<number>('thread_label.thread_id').as('threads')])
    .where('label.site_id', '=', siteId)
    .groupBy(['label.id', 'label.name'])
    .orderBy('label.name')
    .execute()
  return rows.map(row => ({ ...row, threads: Number(row.threads) }))
}

export const findLabel = (db: Db, siteId: string, id: string) =>
  db.selectFrom('label').selectAll().where('site_id', '=', siteId).where('id', '=', id).executeTakeFirst()

/** False when another label of the site has the name. */
export async function renameLabel(
  db: Db,
  { id, site_id }: { id: string; site_id: string },
  name: string,
): Promise<boolean> {
  const other = await db
    .selectFrom('label')
    .select('id')
    .where('site_id', '=', site_id)
    .where('name', '=', name)
    .where('id', '!=', id)
    .executeTakeFirst()
  if (other) return false
  await db.updateTable('label').set({ name }).where('id', '=', id).execute()
  return true
}

export async function deleteLabel(db: Db, id: string): Promise<void> {
  await db.deleteFrom('thread_label').where('label_id', '=', id).execute()
  await db.deleteFrom('label').where('id', '=', id).execute()
}

/** The newest threads that bear a label. */
export const threadsLabelled = (db: Db, labelId: string, limit: number): Promise<ThreadRow[]> =>
  db
    .selectFrom('thread')
    .innerJoin('thread_label', 'thread_label.thread_id', 'thread.id')
    .selectAll('thread')
    .where('thread_label.label_id', '=', labelId)
    .orderBy('thread.position', 'desc')
    .limit(limit)
    .execute()
