import type { RateLimiterAbstract } from 'rate-limiter-flexible'
import { RateLimiterRes } from 'rate-limiter-flexible'
import { AppError } from './app-error.ts'

/** Takes one point of a budget. @throws AppError `rate_limited` with the seconds until there is one again */
export async function spend(budget: RateLimiterAbstract, key: string): Promise<void> {
  try {
    await budget.consume(key)
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal
    throw new AppError('rate_limited', { retryAfter: Math.ceil(refusal.msBeforeNext / 1000) })
  }
}
