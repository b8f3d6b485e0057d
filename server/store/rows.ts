import type { Selectable } from 'kysely'
import type { ReplyTable, ThreadTable } from './message-tables.ts'
import type { PersonTable } from './person-tables.ts'
import type { ChangeTable, PageTable, SiteTable } from './schema.ts'

export type SiteRow = Selectable<SiteTable>
export type PersonRow = Selectable<PersonTable>
export type PageRow = Selectable<PageTable>
export type ThreadRow = Selectable<ThreadTable>
export type ReplyRow = Selectable<ReplyTable>
export type ChangeRow = Selectable<ChangeTable>
