import { z } from 'zod'
import { Epoch, MessageId, MutationId, ReplyId, Seq, SiteId, ThreadId } from './ids.ts'
import { OwnView } from './own.ts'
import { ReplyView } from './reply.ts'
import { SiteView } from './site.ts'
import { BodyView, ThreadView } from './thread.ts'

/** The feed as one audience may see it: `public`, `page:<key>`, `staff` or `me`. */
export const StreamName = z
  .string()
  .regex(/^(public|staff|me|page:.{1,512})$/s)
  .meta({ id: 'StreamName', examples: ['public'] })
export type StreamName = 'public' | 'staff' | 'me' | `page:${string}`

const change = <E extends string, I extends z.ZodType, R extends z.ZodType>(entity: E, id: I, row: R) => {
  const base = { seq: Seq, entity: z.literal(entity), id, mutation: MutationId.optional() }
  return [
    z.strictObject({ ...base, op: z.literal('put'), row }),
    z.strictObject({ ...base, op: z.literal('del') }),
  ] as const
}

/**
 * One step of a stream: `put` carries the whole current entity, `del` says it is gone for this audience.
 * Applying one twice, or out of order with a check of `seq`, changes nothing.
 */
export const Change = z
  .union([
    ...change('thread', ThreadId, ThreadView),
    ...change('body', ThreadId, BodyView),
    ...change('reply', ReplyId, ReplyView),
    ...change('own', MessageId, OwnView),
    ...change('site', SiteId, SiteView),
  ])
  .meta({ id: 'Change' })
export type Change = z.infer<typeof Change>

/** Everything the stream shows of the range `from` (exclusive) to `to` (inclusive). */
export const Frame = z
  .strictObject({ stream: StreamName, epoch: Epoch, from: Seq, to: Seq, changes: z.array(Change) })
  .meta({ id: 'Frame' })
export type Frame = z.infer<typeof Frame> & { stream: StreamName }

/** The cursor cannot be served from: fetch what is on screen again. */
export const Reset = z
  .strictObject({ reset: z.enum(['epoch', 'ahead', 'too_old', 'too_far']), epoch: Epoch, head: Seq })
  .meta({ id: 'Reset' })
export type Reset = z.infer<typeof Reset>

export const Pulled = z.union([Frame, Reset]).meta({ id: 'Pulled' })
export type Pulled = Frame | Reset

/** Sent now and then so that a client with a half-dead link notices it is behind. */
export const Beacon = z.strictObject({ epoch: Epoch, head: Seq }).meta({ id: 'Beacon' })
export type Beacon = z.infer<typeof Beacon>
