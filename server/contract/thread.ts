import { z } from 'zod'
import { Instant, LabelId, ReplyId, Seq, ThreadId } from './ids.ts'
import { ImageList } from './image.ts'
import { STATUSES } from './limits.ts'
import { Action, Removal, Reports, Visibility } from './moderation.ts'
import { PageKey, PageRef } from './page.ts'
import { PersonRef } from './person.ts'
import { Kind } from './site.ts'
import { Tree } from './text.ts'

export const Status = z.enum(STATUSES).meta({ id: 'Status' })
export type Status = z.infer<typeof Status>

/** The last status change that carried words. */
export const StatusNote = z
  .strictObject({ reason: z.string().nullable(), link: z.string().nullable(), by: PersonRef, at: Instant })
  .meta({ id: 'StatusNote' })

/** The best answer, as shown on a card: accepted and official, else accepted, else official, else newest staff reply. */
export const AnswerPreview = z
  .strictObject({
    id: ReplyId,
    author: PersonRef,
    excerpt: z.string(),
    language: z.string().optional(),
    official: z.boolean(),
    accepted: z.boolean(),
    at: Instant,
  })
  .meta({ id: 'AnswerPreview' })
export type AnswerPreview = z.infer<typeof AnswerPreview>

export const LabelView = z.strictObject({ id: LabelId, name: z.string() }).meta({ id: 'LabelView' })
export type LabelView = z.infer<typeof LabelView>

/** Only in staff streams. `waitingSince`: when the oldest visitor message nobody on the team answered was posted. `reports` are of the root message, null when there are none. */
export const ThreadForStaff = z
  .strictObject({
    assignee: PersonRef.nullable(),
    waitingSince: Instant.nullable(),
    notes: z.int().min(0),
    reports: Reports.nullable(),
    /** The team has nothing more to do here, until a visitor writes again. */
    done: z.boolean(),
    /** What was decided about the author. */
    author: z.enum(['banned', 'trusted']).nullable(),
  })
  .meta({ id: 'ThreadForStaff' })

/**
 * A thread's head: all a card shows. The root message's text is the `body` entity, so that a vote on a long
 * post does not send the post again. A removed thread keeps its place with an empty title and excerpt.
 */
export const ThreadView = z
  .strictObject({
    id: ThreadId,
    seq: Seq,
    kind: Kind,
    title: z.string(),
    excerpt: z.string(),
    language: z.string().nullable(),
    page: PageRef,
    author: PersonRef,
    status: Status,
    statusNote: StatusNote.nullable(),
    answered: z.boolean(),
    answer: AnswerPreview.nullable(),
    votes: z.int().min(0),
    replies: z.int().min(0),
    lastReply: z.strictObject({ author: PersonRef, at: Instant }).nullable(),
    createdAt: Instant,
    activityAt: Instant,
    editedAt: Instant.nullable(),
    retitled: z.boolean(),
    pinned: z.boolean(),
    locked: z.boolean(),
    labels: z.array(LabelView),
    visibility: Visibility,
    removal: Removal.nullable(),
    can: z.array(Action),
    images: ImageList.optional(),
    /** The thread this one was merged into: whoever looks at it is taken there. Left out where it stands for itself. */
    merged: z.strictObject({ id: ThreadId, title: z.string() }).optional(),
    /** Pages it is announced on beside its own; an empty list: everywhere. Left out where it is not announced. */
    announced: z.array(PageKey).optional(),
    staff: ThreadForStaff.optional(),
  })
  .meta({ id: 'ThreadView' })
export type ThreadView = z.infer<typeof ThreadView>

/** The root message's text. `id` is the thread's. */
export const BodyView = z.strictObject({ id: ThreadId, seq: Seq, body: Tree }).meta({ id: 'BodyView' })
export type BodyView = z.infer<typeof BodyView>
