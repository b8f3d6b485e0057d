import type { ColumnType, Generated } from 'kysely'
import type { Hosted } from '../contract/settings.ts'
import type { Locale } from '../contract/site.ts'
import type { Flag, Instant, Json } from './columns.ts'
import type { ImageBytesTable, ImageTable } from './image-tables.ts'
import type { AddressTable, MailLinkTable, MailSentTable, NewsTable } from './mail-tables.ts'
import type {
  FollowTable,
  LabelTable,
  LikenessTable,
  MentionTable,
  ReplyTable,
  ReportTable,
  RevisionTable,
  SearchTable,
  ThreadLabelTable,
  ThreadTable,
  VoteTable,
} from './message-tables.ts'
import type {
  AccountTable,
  DeviceTable,
  InvitationTable,
  PassTable,
  PersonTable,
  SessionTable,
  SetupCodeTable,
  SiteSecretTable,
  UsedTokenTable,
} from './person-tables.ts'

export interface SiteTable {
  id: string
  brand: string
  locale: Locale
  /** JSON array of exact origins. Empty = nobody. */
  origins: Json
  /** JSON array of the kinds the site takes. */
  kinds: Json
  closed: Flag
  /** Only customers the brand vouches for may write. */
  verified_only: Generated<Flag>
  /** A name of the IANA database. */
  time_zone: Generated<string>
  /** JSON array of contract OfficeHours. Empty = around the clock. */
  office_hours: Generated<Json>
  /** Where the brand's policy and terms are. */
  privacy_url: Generated<string | null>
  terms_url: Generated<string | null>
  /** JSON array of the languages with own texts. */
  texts: Generated<Json>
  /** In how many minutes the team means to give a first reply. */
  target_minutes: Generated<number>
  /** JSON of contract FirstRun while the site is being set up, else null. */
  first_run: Generated<Json | null>
  /** JSON of contract Look: what the snippet was last made with. */
  look: Generated<Json>
  /** Whether its conversations have pages of their own, and search engines may list them. */
  hosted: Generated<Hosted>
  /** contract ModerationRules; null = those every site begins with. */
  moderation: ColumnType<Json | null, Json | null | undefined>
  created_at: Instant
  seq: number
}

export interface PageTable {
  id: string
  site_id: string
  key: string
  url: string
  title: string | null
}

export interface SiteHeadTable {
  site_id: string
  epoch: string
  head: number
  /** The oldest cursor that can still be served from `change`. */
  floor: number
}

export type Audience = 'public' | 'staff' | 'person'
export type Entity = 'thread' | 'body' | 'reply' | 'own' | 'site'

export interface ChangeTable {
  site_id: string
  seq: number
  audience: Audience
  /** Whose stream, when the audience is one person. */
  person_id: string | null
  /** The thread's page; null concerns every page. */
  page_id: string | null
  entity: Entity
  entity_id: string
  mutation_id: string | null
  at: Instant
}

export interface MutationTable {
  site_id: string
  actor_id: string
  mutation_id: string
  request_hash: string
  result: Json
  at: Instant
}

/** A page of an allowed origin asked for the widget. */
export interface SightTable {
  site_id: string
  origin: string
  first_at: Instant
  last_at: Instant
}

/** Which node leads a job, and until when it need not ask again. */
export interface LeaseTable {
  name: string
  holder: string
  until: Instant
}

/** A side effect that waits to be carried out, written in the transaction of what caused it. */
export interface OutboxTable {
  /** The same at every try, for receivers that can tell. */
  id: string
  /** Null: of the installation, not of one site. */
  site_id: string | null
  /** Names who carries it out. */
  kind: string
  payload: Json
  created_at: Instant
  /** When it is tried next; null: given up. */
  due_at: Instant | null
  tries: number
  last_error: string | null
}

/** Who of the team did what, when. Facts are chosen field by field and hold no secrets. */
export interface AuditTable {
  id: string
  site_id: string
  at: Instant
  by_id: string
  action: string
  target_id: string
  facts: Json
}

/** A site's own texts in one language, by key. No row: none. */
export interface OwnTextsTable {
  site_id: string
  locale: Locale
  /** JSON of contract OwnTexts' `texts`. */
  texts: Json
}

export interface SavedReplyTable {
  id: string
  site_id: string
  name: string
  language: string
  body: string
  used_at: Instant | null
  created_at: Instant
}

export interface SavedViewTable {
  id: string
  site_id: string
  /** Whose; null: the whole team's. */
  person_id: string | null
  name: string
  /** contract InboxFilter. */
  filter: Json
  created_at: Instant
}

export interface Schema {
  site: SiteTable
  person: PersonTable
  account: AccountTable
  device: DeviceTable
  session: SessionTable
  pass: PassTable
  setup_code: SetupCodeTable
  site_secret: SiteSecretTable
  used_token: UsedTokenTable
  page: PageTable
  thread: ThreadTable
  reply: ReplyTable
  vote: VoteTable
  report: ReportTable
  follow: FollowTable
  mention: MentionTable
  revision: RevisionTable
  label: LabelTable
  thread_label: ThreadLabelTable
  site_head: SiteHeadTable
  change: ChangeTable
  mutation: MutationTable
  search: SearchTable
  audit: AuditTable
  saved_reply: SavedReplyTable
  saved_view: SavedViewTable
  own_texts: OwnTextsTable
  sight: SightTable
  invitation: InvitationTable
  likeness: LikenessTable
  lease: LeaseTable
  outbox: OutboxTable
  image: ImageTable
  image_bytes: ImageBytesTable
  address: AddressTable
  mail_link: MailLinkTable
  mail_sent: MailSentTable
  news: NewsTable
}
