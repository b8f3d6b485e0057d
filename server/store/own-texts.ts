import type { OwnTexts } from '../contract/own-texts.ts'
import type { Locale } from '../contract/site.ts'
import type { Db } from './store.ts'

export async function findOwnTexts(db: Db, siteId: string, locale: Locale): Promise<OwnTexts['texts']> {
  const row = await db
    .selectFrom('own_texts')
    .select('texts')
    .where('site_id', '=', siteId)
    .where('locale', '=', locale)
    .executeTakeFirst()
  return row ? JSON.parse(row.texts) : {}
}

/** Puts a language's texts in the place of those it had. */
export async function putOwnTexts(db: Db, siteId: string, locale: Locale, texts: OwnTexts['texts']) {
  const row = { site_id: siteId, locale, texts: JSON.stringify(texts) }
  await db
    .insertInto('own_texts')
    .values(row)
    .onConflict(conflict => conflict.columns(['site_id', 'locale']).doUpdateSet({ texts: row.texts }))
    .execute()
}

export const dropOwnTexts = (db: Db, siteId: string, locale: Locale) =>
  db.deleteFrom('own_texts').where('site_id', '=', siteId).where('locale', '=', locale).execute()
