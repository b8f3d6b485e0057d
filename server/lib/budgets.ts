import type { RateLimiterAbstract } from 'rate-limiter-flexible'
import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible'

/** So many points per key in so many seconds. */
export interface Window {
  points: number
  duration: number
}

/** Makes the budget of that name, which counts what is asked of this node, or of all of them. */
export type Budgets = (name: string, window: Window) => RateLimiterAbstract

/** Where nodes count together. Rejects at once, or soon, while it cannot be asked. */
export interface Counters {
  readonly isReady: boolean
  eval(script: string, options: { keys: string[]; arguments: string[] }): Promise<unknown>
}

/** Of this node alone. */
export const ownBudgets: Budgets = (name, window) => new RateLimiterMemory({ ...window, keyPrefix: name })

/** Of all nodes together; while they cannot count together each counts for itself, and nobody is refused for it. */
export const sharedBudgets =
  (counters: Counters, prefix: string): Budgets =>
  (name, window) =>
    new RateLimiterRedis({
      ...window,
      storeClient: counters,
      useRedisPackage: true,
      rejectIfRedisNotReady: true,
      keyPrefix: `${prefix}:${name}`,
      insuranceLimiter: ownBudgets(name, window),
    })
