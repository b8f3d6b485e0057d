import type { Selectable } from 'kysely'
import type { ReplyTable, ThreadTable } from './message-tables.ts'
import type { PersonTable } from './person-tables.ts'
import type { ChangeTable, PageTable, SiteTable } from './schema.ts'

/** `team_names`: of everybody who ever spoke for the site, a line each; null: nobody yet. */
export type SiteRow = Selectable<SiteTable> & { team_names: string | null }
export type PersonRow = Selectable<PersonTable>
export type PageRow = Selectable<PageTable>
export type ThreadRow = Selectable<ThreadTable>
export type ReplyRow = Selectable<ReplyTable>
export type ChangeRow = Selectable<ChangeTable>
