import type { Kysely } from 'kysely'
import { Migrator, sql } from 'kysely'
import { conversation } from './migrations/0001-conversation.ts'
import { siteSettings } from './migrations/0002-site-settings.ts'
import { similar } from './migrations/0003-similar.ts'
import { jobs } from './migrations/0004-jobs.ts'
import { marks } from './migrations/0005-marks.ts'
import { customers } from './migrations/0006-customers.ts'
import { team } from './migrations/0007-team.ts'
import { staffWork } from './migrations/0008-staff-work.ts'
import { passes } from './migrations/0009-passes.ts'
import { images } from './migrations/0010-images.ts'
import { mail } from './migrations/0011-mail.ts'
import { hostedPages } from './migrations/0012-hosted-pages.ts'
import { ownTexts } from './migrations/0013-own-texts.ts'
import { language } from './migrations/0014-language.ts'
import type { Dialect } from './store.ts'

const migrations = (dialect: Dialect) => ({
  '0001-conversation': conversation(dialect),
  '0002-site-settings': siteSettings,
  '0003-similar': similar(dialect),
  '0004-jobs': jobs,
  '0005-marks': marks,
  '0006-customers': customers,
  '0007-team': team,
  '0008-staff-work': staffWork,
  '0009-passes': passes,
  '0010-images': images(dialect),
  '0011-mail': mail,
  '0012-hosted-pages': hostedPages,
  '0013-own-texts': ownTexts,
  '0014-language': language,
})

/** Brings an older database up to this version, under a lock; refuses a newer one with a sentence for the operator. */
export async function migrate(db: Kysely<never>, dialect: Dialect): Promise<void> {
  const known = migrations(dialect)
  const provider = { getMigrations: async () => known }
  const migrator = new Migrator({ db, provider, ...(dialect === 'postgres' && (await ownTables(db))) })
  const error = await migrateIn(migrator)
  if (!error) return
  if (error instanceof Error && error.message.includes('is missing'))
    throw new DatabaseTooNew(
      'This database was written by a newer version of Parla. Start that version, or restore a backup made before the upgrade.',
    )
  throw error
}

/** No such schema, table or column: of others, where we ask of all there are. */
const GONE = ['3F000', '42P01', '42703']

/**
 * Kysely lists the tables of the whole database first; that fails where another application drops or changes some of
 * its own meanwhile. Nothing was changed by then.
 */
async function migrateIn(migrator: Migrator, tries = 5): Promise<unknown> {
  const { error } = await migrator.migrateToLatest()
  const isOfOthers = GONE.includes(String((error as { code?: string } | undefined)?.code))
  return isOfOthers && tries > 1 ? migrateIn(migrator, tries - 1) : error
}

/** Without a schema Kysely takes the migration tables of any other application in the database for its own. */
async function ownTables(db: Kysely<never>): Promise<{ migrationTableSchema: string }> {
  const { rows } = await sql<{ name: string }>`select current_schema() as name`.execute(db)
  return { migrationTableSchema: rows[0]?.name ?? 'public' }
}

/** The data belongs to a newer version; nothing was changed. */
export class DatabaseTooNew extends Error {}
