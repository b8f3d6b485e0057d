import type { Generated } from 'kysely'
import type { ReportReason } from '../contract/moderation.ts'
import type { Kind } from '../contract/site.ts'
import type { Status } from '../contract/thread.ts'
import type { Flag, Instant, Json } from './columns.ts'

/**
 * `removed` leaves a tombstone. `spam` leaves no trace. `dropped` was held and never became public: refused by the team
 * or taken back by its author, who alone is told.
 */
export type StoredVisibility = 'public' | 'held' | 'removed' | 'dropped' | 'spam'

interface MessageColumns {
  id: string
  site_id: string
  author_id: string
  /** As typed. */
  source: string
  /** contract Tree. */
  tree: Json
  excerpt: string
  votes: number
  created_at: Instant
  edited_at: Instant | null
  visibility: StoredVisibility
  removed_by: 'author' | 'brand' | null
  removed_reason: string | null
  removed_at: Instant | null
  removed_from: StoredVisibility | null
  /** How many people reported it. */
  reports: Generated<number>
  /** JSON array of contract HeldFor: why it was held, if it ever was. */
  held_for: Json | null
  /** JSON array of contract ImageView; null: none. */
  images: Json | null
  /** BCP 47; null: nothing tells. */
  language: Generated<string | null>
  seq: number
  /** Feed position of the last change only staff could see; `seq` is that of the last everybody could. */
  staff_seq: Generated<number>
}

export interface ThreadTable extends MessageColumns {
  page_id: string
  kind: Kind
  title: string
  retitled: Flag
  status: Status
  status_reason: string | null
  status_link: string | null
  status_by: string | null
  status_at: Instant | null
  official_id: string | null
  accepted_id: string | null
  /** Public replies, status entries and notes not counted. */
  replies: number
  notes: number
  last_reply_id: string | null
  /** The newest public reply by staff: the preview when nothing is marked. */
  staff_reply_id: string | null
  /** Feed positions instead of times order lists: unique, and a wrong clock cannot reorder. */
  position: number
  activity: number
  activity_at: Instant
  /** Since when a visitor waits for a public word of the team; null when nobody does. */
  waiting_since: Instant | null
  pinned: Flag
  locked: Flag
  assignee_id: string | null
  /** See lib/heat.ts. */
  heat: Generated<number>
  /** Who of the team opened it last while its author waited. */
  seen_by: Generated<string | null>
  seen_at: Generated<Instant | null>
  /** Since when the team has nothing more to do here; a visitor's new message reopens it. */
  done_at: Instant | null
  /** The thread this one now stands for, in one hop; null: itself. */
  canonical_id: string | null
  /** The thread it was merged into when it was; differs from `canonical_id` when that one was merged further. */
  merged_into: string | null
  merged_at: Instant | null
  merged_by: string | null
  /** JSON array of the page keys the team announces it on; an empty one: everywhere. Null: nowhere. */
  announced: Json | null
}

export interface ReplyTable extends MessageColumns {
  thread_id: string
  position: number
  to_id: string | null
  note: Flag
  status: Status | null
  /** When followers are to be told of it; null: they have been, or need not. */
  tell_at: Generated<Instant | null>
}

export interface VoteTable {
  site_id: string
  target_id: string
  person_id: string
  created_at: Instant
}

interface MarkTable {
  site_id: string
  person_id: string
  created_at: Instant
}

export interface ReportTable extends MarkTable {
  message_id: string
  reason: ReportReason
  words: string
}

export interface FollowTable extends MarkTable {
  thread_id: string
  /** 0: the person wants to hear no more of it. */
  following: Flag
}

export interface MentionTable extends MarkTable {
  message_id: string
}

export interface RevisionTable {
  site_id: string
  target_id: string
  at: Instant
  by_id: string
  title: string | null
  tree: Json
}

export interface LabelTable {
  id: string
  site_id: string
  name: string
}

export interface ThreadLabelTable {
  site_id: string
  thread_id: string
  label_id: string
}

/** Words of a message for full-text search. `text` of a hidden message stays; readers join and check visibility. */
export interface SearchTable {
  message_id: string
  thread_id: string
  site_id: string
  title: string
  text: string
  /** Text of scripts written without spaces, else empty. */
  grams: string
}

/** What threads are compared by: words, stems and pairs of signs, see similar-words.ts. */
export interface LikenessTable {
  thread_id: string
  site_id: string
  /** The site's id as one word. */
  site_word: string
  title: string
  text: string
}
