import { z } from 'zod'
import { Instant, PersonId, ThreadId } from './ids.ts'

/**
 * Who of the team is here, and what to expect of it. `names` holds at most two; `count` counts them all. `replyMinutes`:
 * half of the last week's first replies came within so many minutes of office time, rounded up; 0 is “a few minutes”,
 * null not to be said. `backAt`: outside office hours, when they begin again.
 */
export const Presence = z
  .strictObject({
    names: z.array(z.string()).max(2),
    count: z.int().min(0),
    replyMinutes: z.int().min(0).nullable(),
    backAt: Instant.nullable(),
  })
  .meta({ id: 'Presence' })
export type Presence = z.infer<typeof Presence>

/** A staff member is writing in a thread. Expires after six seconds. */
export const Writing = z.strictObject({ thread: ThreadId, name: z.string() }).meta({ id: 'Writing' })
export type Writing = z.infer<typeof Writing>

/** Who of the team has a thread open, told to the team alone. A viewer answers nobody, and is not named. */
export const Looking = z
  .strictObject({
    thread: ThreadId,
    people: z.array(z.strictObject({ id: PersonId, name: z.string() })),
  })
  .meta({ id: 'Looking' })
export type Looking = z.infer<typeof Looking>
