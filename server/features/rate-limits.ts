import type { CommandName } from '../contract/commands.ts'
import type { Budgets } from '../lib/budgets.ts'
import { ownBudgets } from '../lib/budgets.ts'
import { spend } from '../lib/spend.ts'
import type { Actor } from './viewer.ts'

export interface RateLimits {
  /** @throws AppError `rate_limited` with the seconds to wait */
  take(command: CommandName, actor: Actor): Promise<void>
}

/** Points a person has per window of so many seconds. In the admin staff are not limited: they clear whole mornings at once. */
const windows = {
  write: [
    { points: 5, duration: 60 },
    { points: 30, duration: 3600 },
  ],
  vote: [{ points: 60, duration: 60 }],
  other: [{ points: 60, duration: 60 }],
  /** Each asks for a letter to somebody. */
  email: [{ points: 10, duration: 3600 }],
  /** Whatever is done by a pass: a person with a very quick hand, and no script. */
  inline: [{ points: 60, duration: 60 }],
} as const

const kindOf = (command: CommandName): keyof typeof windows => {
  if (command === 'thread.post' || command === 'reply.post') return 'write'
  if (command === 'person.email') return 'email'
  return command === 'vote.set' ? 'vote' : 'other'
}

/** Limits per person. */
export function createRateLimits(budgets: Budgets = ownBudgets): RateLimits {
  const limitersOf = (kind: keyof typeof windows) =>
    windows[kind].map((window, i) => budgets(`${kind}${i}`, window))
  const limiters = {
    write: limitersOf('write'),
    vote: limitersOf('vote'),
    other: limitersOf('other'),
    email: limitersOf('email'),
    inline: limitersOf('inline'),
  }
  return {
    async take(command, actor) {
      if (actor.role && !actor.inline) return
      for (const limiter of limiters[actor.inline ? 'inline' : kindOf(command)])
        await spend(limiter, `${actor.site.id} ${actor.person.id}`)
    },
  }
}

/** For tools that write as nobody's visitor: seeding and tests of everything else. */
export const unlimited: RateLimits = { take: async () => undefined }
