import { z } from 'zod'
import { Instant } from './ids.ts'
import { PersonRef, StaffMe } from './person.ts'
import { Origin } from './settings.ts'

/** Made by the page that asks, in memory: only who knows it can use the code that was given for it. */
export const PassState = z
  .string()
  .regex(/^[\w-]{22,64}$/)
  .meta({ id: 'PassState', examples: ['kT3vW8xQ1mZc7RbN5dYf2A'] })

/** What a page asks the team for, as the admin's own window heard it from the browser. */
export const PassWish = z.strictObject({ origin: Origin, state: PassState }).meta({ id: 'PassWish' })

/** `code` opens once, within two minutes, for a page of that origin that knows the state. */
export const PassCode = z.strictObject({ code: z.string(), expiresAt: Instant }).meta({ id: 'PassCode' })
export type PassCode = z.infer<typeof PassCode>

/** The code as a person may have typed it: case and dashes do not matter. */
export const PassClaim = z
  .strictObject({ code: z.string().min(1).max(40), state: PassState })
  .meta({ id: 'PassClaim' })

/** `token` is shown once; the server keeps only its hash. */
export const Pass = z
  .strictObject({ token: z.string(), expiresAt: Instant, me: StaffMe })
  .meta({ id: 'Pass' })
export type Pass = z.infer<typeof Pass>

/** What waits for the team where the widget is: of one page, or of the site. `team`: who may be mentioned by mistake. */
export const InlineStanding = z
  .strictObject({
    unanswered: z.int().min(0),
    flagged: z.int().min(0),
    team: z.array(PersonRef),
  })
  .meta({ id: 'InlineStanding' })
export type InlineStanding = z.infer<typeof InlineStanding>
