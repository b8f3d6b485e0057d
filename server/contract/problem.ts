import { z } from 'zod'
import type { ErrorCode } from './errors.ts'
import { errors } from './errors.ts'
import { ReplyView } from './reply.ts'

const codes = Object.keys(errors) as [ErrorCode, ...ErrorCode[]]

/** RFC 9457 problem document. `retryAfter` is in seconds; `issues` names the values that do not fit. */
export const Problem = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.enum(codes),
    detail: z.string().optional(),
    retryAfter: z.int().min(0).optional(),
    /** With `stale` of a reply: what others have answered meanwhile. */
    newer: z.array(ReplyView).optional(),
    issues: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof Problem>
