import type { Insertable, Selectable } from 'kysely'
import { sql } from 'kysely'
import type { ImageBytesTable, ImageTable } from './image-tables.ts'
import type { Db } from './store.ts'

export type ImageRow = Selectable<ImageTable>

/** Bytes of all pictures of a site. */
export async function roomTaken(db: Db, siteId: string): Promise<number> {
  const { sum } = await db
    .selectFrom('image_bytes')
    .select(eb => eb.fn.sum<number>('size').as('sum'))
    .where('site_id', '=', siteId)
    .executeTakeFirstOrThrow()
  return Number(sum ?? 0)
}

/** Keeps the bytes, or notes that the same ones are used again. */
export const keepBytes = (db: Db, row: Insertable<ImageBytesTable>) =>
  db
    .insertInto('image_bytes')
    .values(row)
    .onConflict(conflict => conflict.columns(['site_id', 'hash']).doUpdateSet({ used_at: row.used_at }))
    .execute()

export const insertImage = (db: Db, row: ImageRow) => db.insertInto('image').values(row).execute()

/** What a person has uploaded of these bytes and not posted yet. */
export const findUnposted = (db: Db, personId: string, hash: string): Promise<ImageRow | undefined> =>
  db
    .selectFrom('image')
    .selectAll()
    .where('person_id', '=', personId)
    .where('hash', '=', hash)
    .where('message_id', 'is', null)
    .executeTakeFirst()

/** How many images a person has uploaded and not posted. */
export async function countUnposted(db: Db, personId: string): Promise<number> {
  const { count } = await db
    .selectFrom('image')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('person_id', '=', personId)
    .where('message_id', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export const findImage = (db: Db, siteId: string, id: string): Promise<ImageRow | undefined> =>
  db.selectFrom('image').selectAll().where('site_id', '=', siteId).where('id', '=', id).executeTakeFirst()

export const findBytes = async (db: Db, siteId: string, hash: string): Promise<Buffer | undefined> =>
  (
    await db
      .selectFrom('image_bytes')
      .select('data')
      .where('site_id', '=', siteId)
      .where('hash', '=', hash)
      .executeTakeFirst()
  )?.data

/** Gives a message what its author has uploaded; what another message has already, or somebody else uploaded, is left out. */
export const takeImages = (db: Db, by: { personId: string; messageId: string }, ids: string[]) =>
  db
    .updateTable('image')
    .set({ message_id: by.messageId })
    .where('id', 'in', ids)
    .where('person_id', '=', by.personId)
    .where('message_id', 'is', null)
    .returning(['id', 'width', 'height'])
    .execute()

/** Forgets what was uploaded before an instant and never posted. */
export const forgetUnposted = (db: Db, before: number) =>
  db.deleteFrom('image').where('message_id', 'is', null).where('created_at', '<', before).execute()

/** Messages with images that their authors took back before an instant: nobody can look at them any more. */
export async function deletedWithImages(db: Db, before: number, limit: number): Promise<string[]> {
  const gone = sql`images is not null and removed_by = 'author' and removed_at < ${before}
    and visibility in ('removed', 'dropped')`
  const { rows } = await sql<{ id: string }>`
    select id from thread where ${gone} union all select id from reply where ${gone} limit ${limit}`.execute(
    db,
  )
  return rows.map(row => row.id)
}

/** Takes the images of messages away for good. */
export async function forgetImagesOf(db: Db, messageIds: string[]): Promise<void> {
  if (messageIds.length === 0) return
  for (const table of ['thread', 'reply'] as const)
    await db.updateTable(table).set({ images: null }).where('id', 'in', messageIds).execute()
  await db.deleteFrom('image').where('message_id', 'in', messageIds).execute()
}

/** Deletes bytes that no image needs and nobody has uploaded since an instant. True: there may be more. */
export async function forgetBytes(db: Db, before: number, limit: number): Promise<boolean> {
  const unused = await db
    .selectFrom('image_bytes')
    .select(['site_id', 'hash'])
    .where('used_at', '<', before)
    .where(eb =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('image')
            .select('image.id')
            .whereRef('image.site_id', '=', 'image_bytes.site_id')
            .whereRef('image.hash', '=', 'image_bytes.hash'),
        ),
      ),
    )
    .limit(limit)
    .execute()
  // Asked again at each: somebody may be uploading the same picture at this moment.
  for (const { site_id, hash } of unused)
    await db
      .deleteFrom('image_bytes')
      .where('site_id', '=', site_id)
      .where('hash', '=', hash)
      .where('used_at', '<', before)
      .execute()
  return unused.length === limit
}
