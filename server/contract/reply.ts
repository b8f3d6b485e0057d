import { z } from 'zod'
import { Instant, ReplyId, Seq, ThreadId } from './ids.ts'
import { ImageList } from './image.ts'
import { Action, Removal, Reports, Visibility } from './moderation.ts'
import { PersonRef } from './person.ts'
import { Tree } from './text.ts'
import { Status } from './thread.ts'

/** The reply this one answers. `quote` is its beginning, empty when it is gone. */
export const ReplyReference = z
  .strictObject({ id: ReplyId, author: PersonRef, quote: z.string() })
  .meta({ id: 'ReplyReference' })

/** Only in staff streams. `reports` is null when nobody reported it. */
export const ReplyForStaff = z.strictObject({ reports: Reports.nullable() }).meta({ id: 'ReplyForStaff' })

/**
 * One entry under a thread. `status` set: the entry tells of a status change and its text is the reason (it does
 * not count as a reply). `note` is true only in staff streams. `position` orders replies in a thread for everybody.
 * `language`: what its words are in (BCP 47), as far as they tell.
 */
export const ReplyView = z
  .strictObject({
    id: ReplyId,
    seq: Seq,
    thread: ThreadId,
    position: z.int().min(0),
    author: PersonRef,
    body: Tree,
    language: z.string().optional(),
    to: ReplyReference.nullable(),
    note: z.boolean(),
    status: Status.nullable(),
    official: z.boolean(),
    accepted: z.boolean(),
    votes: z.int().min(0),
    createdAt: Instant,
    editedAt: Instant.nullable(),
    visibility: Visibility,
    removal: Removal.nullable(),
    can: z.array(Action),
    images: ImageList.optional(),
    staff: ReplyForStaff.optional(),
  })
  .meta({ id: 'ReplyView' })
export type ReplyView = z.infer<typeof ReplyView>
