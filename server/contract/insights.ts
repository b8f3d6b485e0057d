import { z } from 'zod'
import { Instant, ThreadId } from './ids.ts'
import { Kind } from './site.ts'
import { Status } from './thread.ts'

/** A day in the site's time zone. */
const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(day => !Number.isNaN(Date.parse(day)), 'No such day')
  .meta({ id: 'Day', examples: ['2026-11-23'] })

/**
 * The last `days` days, today included; or all days `from` … `to`, both included. `office`: count the time of first
 * replies in office hours only.
 */
export const InsightsQuery = z.strictObject({
  days: z.enum(['7', '30', '90']).default('30'),
  from: Day.optional(),
  to: Day.optional(),
  kind: Kind.optional(),
  office: z.enum(['0', '1']).default('1'),
})
export type InsightsQuery = z.infer<typeof InsightsQuery>

const count = z.int().min(0)
/** Milliseconds. */
const duration = z.int().min(0)

/** Nearest rank: the sorted value at ⌈q·n⌉. Null where there is none; who shows it decides from which n on. */
const percentiles = { n: count, median: duration.nullable(), p90: duration.nullable() }

/** Figures of one stretch of time that are compared with those of the stretch before. */
export const PeriodFigures = z
  .strictObject({
    firstReply: z.strictObject({ ...percentiles, waiting: count, oldestWaiting: Instant.nullable() }),
    answers: z.strictObject({
      all: count,
      withinTarget: count,
      later: count,
      byCustomers: count,
      none: count,
    }),
    accepted: z.strictObject({ all: count, byCustomers: count }),
    /** From an idea to its first status other than open, and to shipped. */
    loop: z.strictObject({
      decided: z.strictObject({ n: count, median: duration.nullable() }),
      shipped: z.strictObject({ n: count, median: duration.nullable() }),
    }),
    /** Visitors who posted or voted; `returning` on two days or more. */
    people: z.strictObject({ all: count, returning: count }),
    threads: count,
  })
  .meta({ id: 'PeriodFigures' })
export type PeriodFigures = z.infer<typeof PeriodFigures>

/** A day, or a week that begins with this day. */
export const InsightsStep = z
  .strictObject({
    day: Day,
    firstReply: z.strictObject(percentiles),
    volume: z.strictObject({ question: count, idea: count, problem: count, praise: count }),
  })
  .meta({ id: 'InsightsStep' })
export type InsightsStep = z.infer<typeof InsightsStep>

export const Insights = z
  .strictObject({
    timeZone: z.string(),
    /** Whether first replies were counted in office hours. False where the site has none. */
    office: z.boolean(),
    targetMinutes: z.int(),
    from: Day,
    to: Day,
    step: z.enum(['day', 'week']),
    now: PeriodFigures,
    /** The same of as many days before. */
    before: PeriodFigures,
    steps: z.array(InsightsStep),
    /** As of this moment, whatever the range. Ages since the question was asked. */
    open: z.strictObject({
      all: count,
      under4h: count,
      under24h: count,
      under3d: count,
      older: count,
      oldest: Instant.nullable(),
    }),
    waiting: z.strictObject({ all: count, oldest: Instant.nullable() }),
    /** The twenty ideas with most votes. `fresh`: votes of the range. */
    ideas: z.array(
      z.strictObject({ id: ThreadId, title: z.string(), status: Status, votes: count, fresh: count }),
    ),
  })
  .meta({ id: 'Insights' })
export type Insights = z.infer<typeof Insights>
