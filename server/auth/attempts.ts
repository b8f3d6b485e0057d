import type { Budgets, Window } from '../lib/budgets.ts'
import { spend } from '../lib/spend.ts'

export interface Attempts {
  /** Counts an attempt before it is made, so that attempts side by side count too. Throws `rate_limited`. */
  count(key: string): Promise<void>
  /** Takes an attempt back that turned out to be honest. */
  forgive(key: string): Promise<void>
}

/** So many attempts per key in a window; further ones wait until its time is over. */
export function createAttempts(window: Window, budgets: Budgets, name: string): Attempts {
  const budget = budgets(name, window)
  return {
    count: key => spend(budget, key),
    async forgive(key) {
      await budget.reward(key)
    },
  }
}
