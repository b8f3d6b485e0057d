import { z } from 'zod'
import { Instant, LabelId } from './ids.ts'
import { InboxSort, InboxView, inboxFilter } from './inbox.ts'
import { BODY_MAX, SAVED_NAME_MAX, SAVED_REPLIES_MAX, SAVED_VIEWS_MAX } from './limits.ts'
import { Locale } from './site.ts'

export const SavedReplyId = z
  .string()
  .regex(/^q_[A-Za-z0-9_-]{1,40}$/)
  .meta({ id: 'SavedReplyId', examples: ['q_Tf3s6XjB9wQh2NcV'] })
export const SavedViewId = z
  .string()
  .regex(/^v_[A-Za-z0-9_-]{1,40}$/)
  .meta({ id: 'SavedViewId', examples: ['v_Lp8d1RkM4yZs7HgE'] })

const SavedName = z.string().trim().min(1).max(SAVED_NAME_MAX)

/**
 * A text the team gives again and again. In `body`, `{{name}}` and `{{page}}` stand for whom it answers and where the
 * thread began. `language` is null for one that fits all; `usedAt` is null until somebody used it.
 */
export const SavedReply = z
  .strictObject({
    id: SavedReplyId,
    name: z.string(),
    language: Locale.nullable(),
    body: z.string(),
    usedAt: Instant.nullable(),
  })
  .meta({ id: 'SavedReply' })
export type SavedReply = z.infer<typeof SavedReply>

/** By name. */
export const SavedReplies = z
  .strictObject({ replies: z.array(SavedReply).max(SAVED_REPLIES_MAX) })
  .meta({ id: 'SavedReplies' })
export type SavedReplies = z.infer<typeof SavedReplies>

/** With `id`, that one is written anew. */
export const NewSavedReply = z
  .strictObject({
    id: SavedReplyId.optional(),
    name: SavedName,
    language: Locale.nullable(),
    body: z.string().trim().min(1).max(BODY_MAX),
  })
  .meta({ id: 'NewSavedReply' })
export type NewSavedReply = z.infer<typeof NewSavedReply>

const savedView = {
  view: InboxView,
  /** What narrows the view, and its order where it is not the view's own. */
  filter: z.strictObject({ ...inboxFilter, sort: InboxSort.optional() }),
  /** The whole team has it; else its maker alone. */
  shared: z.boolean(),
}
export const SavedView = z
  .strictObject({ id: SavedViewId, name: z.string(), ...savedView })
  .meta({ id: 'SavedView' })
export type SavedView = z.infer<typeof SavedView>

/** Those of whoever asks and of the whole team, by name. */
export const SavedViews = z
  .strictObject({ views: z.array(SavedView).max(2 * SAVED_VIEWS_MAX) })
  .meta({ id: 'SavedViews' })
export type SavedViews = z.infer<typeof SavedViews>

export const NewSavedView = z.strictObject({ name: SavedName, ...savedView }).meta({ id: 'NewSavedView' })
export type NewSavedView = z.infer<typeof NewSavedView>

/** By name. `threads`: how many bear it. */
export const SiteLabels = z
  .strictObject({
    labels: z.array(z.strictObject({ id: LabelId, name: z.string(), threads: z.int().min(0) })),
  })
  .meta({ id: 'SiteLabels' })
export type SiteLabels = z.infer<typeof SiteLabels>
