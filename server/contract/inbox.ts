import { z } from 'zod'
import { Epoch, LabelId, PersonId, Seq } from './ids.ts'
import { INBOX_SORTS, INBOX_VIEWS, PAGE_SIZE_MAX, SEARCH_MAX } from './limits.ts'
import { PageKey } from './page.ts'
import { PersonRef } from './person.ts'
import { Kind, Offers } from './site.ts'
import { Status, ThreadView } from './thread.ts'

/**
 * `unanswered`: a visitor waits and the team has said nothing in public yet. `waiting`: the last public word is a
 * visitor's. `mine`: assigned to whoever asks. These and `ideas` leave out what is done. `flagged`: held or reported,
 * the thread or something in it.
 */
export const InboxView = z.enum(INBOX_VIEWS).meta({ id: 'InboxView' })
export type InboxView = z.infer<typeof InboxView>

/** `waiting`: longest waiting first, then those who do not wait. */
export const InboxSort = z.enum(INBOX_SORTS).meta({ id: 'InboxSort' })
export type InboxSort = z.infer<typeof InboxSort>

/** What a view is narrowed by. */
export const inboxFilter = {
  kind: Kind.optional(),
  status: Status.optional(),
  label: LabelId.optional(),
  assignee: z.union([PersonId, z.literal('nobody')]).optional(),
  page: PageKey.optional(),
  q: z.string().min(1).max(SEARCH_MAX).optional(),
  done: z.enum(['yes', 'no']).optional(),
}

/** Narrows a view. All of it must fit; `q` is looked for in every message of the thread, notes too. */
export const InboxFilter = z.strictObject(inboxFilter).meta({ id: 'InboxFilter' })
export type InboxFilter = z.infer<typeof InboxFilter>

/** Left out, `sort` is the view's own: `waiting` for what waits, `votes` for ideas, `recent` for the rest. */
export const InboxQuery = z.strictObject({
  view: InboxView.default('unanswered'),
  sort: InboxSort.optional(),
  ...inboxFilter,
  cursor: z.string().min(1).max(200).optional(),
  size: z.coerce.number().int().min(1).max(PAGE_SIZE_MAX).optional(),
})
export type InboxQuery = z.infer<typeof InboxQuery>

const count = z.int().min(0)
/** Threads of every view, unfiltered. */
export const InboxCounts = z
  .strictObject({
    unanswered: count,
    mine: count,
    waiting: count,
    ideas: count,
    flagged: count,
    all: count,
  })
  .meta({ id: 'InboxCounts' })
export type InboxCounts = z.infer<typeof InboxCounts>

/** `total` is of what was asked for, all its pages. `team`: who a thread can be assigned to. */
export const Inbox = z
  .strictObject({
    epoch: Epoch,
    asOf: Seq,
    threads: z.array(ThreadView),
    total: count,
    counts: InboxCounts,
    next: z.string().nullable(),
    team: z.array(PersonRef),
    /** What the team may add to what it writes. */
    offers: Offers,
  })
  .meta({ id: 'Inbox' })
export type Inbox = z.infer<typeof Inbox>
