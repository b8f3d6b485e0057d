import { z } from 'zod'
import { REPORT_REASONS } from './limits.ts'

/** `held` waits for moderation, `removed` leaves a tombstone. */
export const Visibility = z.enum(['public', 'held', 'removed']).meta({ id: 'Visibility' })
export type Visibility = z.infer<typeof Visibility>

/** Why a message is gone. The text itself is never sent with it. */
export const Removal = z
  .strictObject({ by: z.enum(['author', 'brand']), reason: z.string().nullable() })
  .meta({ id: 'Removal' })
export type Removal = z.infer<typeof Removal>

/** Advertising; insults or hate; personal data; something else. */
export const ReportReason = z.enum(REPORT_REASONS).meta({ id: 'ReportReason' })
export type ReportReason = z.infer<typeof ReportReason>

/** Only in staff streams: how many people reported a message, and why. `words` holds what they said, the newest five. */
export const Reports = z
  .strictObject({
    count: z.int().min(1),
    reasons: z.array(z.strictObject({ reason: ReportReason, count: z.int().min(1) })),
    words: z.array(z.string()),
  })
  .meta({ id: 'Reports' })
export type Reports = z.infer<typeof Reports>

/** What the viewer may do with an item. The server decides; shared UI asks this list and never a role. */
export const Action = z
  .enum([
    'reply',
    'vote',
    'report',
    'follow',
    'accept',
    'edit',
    'delete',
    'restore',
    'note',
    'status',
    'official',
    'pin',
    'lock',
    'hide',
    'show',
    'hold',
    'spam',
    'ban',
    'trust',
    'done',
    'merge',
    'unmerge',
    'announce',
    'retitle',
    'assign',
    'label',
  ])
  .meta({ id: 'Action' })
export type Action = z.infer<typeof Action>
