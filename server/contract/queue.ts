import { z } from 'zod'
import { Epoch, Instant, LabelId, MessageId, PersonId, Seq, ThreadId } from './ids.ts'
import { ImageList } from './image.ts'
import { AUDIT_SUBJECTS, MODERATION_RULES, PAGE_SIZE_MAX, QUEUES, WORD_MAX, WORDS_MAX } from './limits.ts'
import { Removal, Reports, Visibility } from './moderation.ts'
import { PageRef } from './page.ts'
import { PersonRef } from './person.ts'
import { Kind } from './site.ts'
import { Tree } from './text.ts'

/**
 * What a site examines new messages for; what fits is held. `links`: that many links and more. `words`: any of these,
 * as whole words without regard to case and accents. `first`: nothing of the author has been public yet. `repeat`: the
 * same text again within the hour. `rate`: more messages than this of one author within the hour.
 */
export const ModerationRules = z
  .strictObject({
    links: z.int().min(1).max(50).nullable(),
    words: z.array(z.string().trim().min(1).max(WORD_MAX)).max(WORDS_MAX),
    first: z.boolean(),
    repeat: z.boolean(),
    rate: z.int().min(1).max(1000).nullable(),
  })
  .meta({ id: 'ModerationRules' })
export type ModerationRules = z.infer<typeof ModerationRules>

/** Why a message waits: the rule, or `staff` who put it there, and what it found: a count, a word. */
export const HeldFor = z
  .strictObject({ rule: z.enum(MODERATION_RULES), found: z.string().nullable() })
  .meta({ id: 'HeldFor' })
export type HeldFor = z.infer<typeof HeldFor>

/** What moderators know of a person. Counts are of messages. */
export const PersonRecord = z
  .strictObject({
    person: PersonRef,
    since: Instant,
    bannedAt: Instant.nullable(),
    trustedAt: Instant.nullable(),
    public: z.int().min(0),
    held: z.int().min(0),
    removed: z.int().min(0),
    spam: z.int().min(0),
  })
  .meta({ id: 'PersonRecord' })
export type PersonRecord = z.infer<typeof PersonRecord>

/** A message as moderators need it: whole, with where it stands and what was said just before it. */
export const QueueEntry = z
  .strictObject({
    id: MessageId,
    thread: z.strictObject({ id: ThreadId, title: z.string(), kind: Kind, page: PageRef }),
    author: PersonRecord,
    body: Tree,
    language: z.string().optional(),
    images: ImageList.optional(),
    createdAt: Instant,
    visibility: z.union([Visibility, z.literal('spam')]),
    removal: Removal.nullable(),
    why: z.array(HeldFor),
    reports: Reports.nullable(),
    before: z.strictObject({ author: PersonRef, excerpt: z.string(), at: Instant }).nullable(),
    can: z.array(z.string()),
  })
  .meta({ id: 'QueueEntry' })
export type QueueEntry = z.infer<typeof QueueEntry>

/** `held` runs oldest first, `reported` (still public) and `hidden` (hidden, refused or spam) newest first. */
export const QueueQuery = z.strictObject({
  queue: z.enum(QUEUES).default('held'),
  cursor: z.string().min(1).max(200).optional(),
  size: z.coerce.number().int().min(1).max(PAGE_SIZE_MAX).optional(),
})
export type QueueQuery = z.infer<typeof QueueQuery>

export const Queue = z
  .strictObject({
    epoch: Epoch,
    asOf: Seq,
    entries: z.array(QueueEntry),
    counts: z.strictObject({ held: z.int().min(0), reported: z.int().min(0), hidden: z.int().min(0) }),
    next: z.string().nullable(),
  })
  .meta({ id: 'Queue' })
export type Queue = z.infer<typeof Queue>

/** A person and their newest messages, whatever became of them. */
export const PersonHistory = z
  .strictObject({ record: PersonRecord, messages: z.array(QueueEntry) })
  .meta({ id: 'PersonHistory' })
export type PersonHistory = z.infer<typeof PersonHistory>

/** Who of the team did what, newest first. `facts` hold what was decided, never texts or secrets. */
export const AuditEntry = z
  .strictObject({
    id: z.string(),
    at: Instant,
    by: PersonRef,
    action: z.string(),
    target: z.string(),
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  })
  .meta({ id: 'AuditEntry' })
export type AuditEntry = z.infer<typeof AuditEntry>

export const AuditQuery = z.strictObject({
  by: PersonId.optional(),
  about: z.enum(AUDIT_SUBJECTS).optional(),
  target: z.union([MessageId, PersonId, LabelId]).optional(),
  cursor: z.string().min(1).max(200).optional(),
})
export type AuditQuery = z.infer<typeof AuditQuery>
export const AuditLog = z
  .strictObject({ entries: z.array(AuditEntry), next: z.string().nullable() })
  .meta({ id: 'AuditLog' })
export type AuditLog = z.infer<typeof AuditLog>
