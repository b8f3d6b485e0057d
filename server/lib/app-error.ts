import type { ErrorCode } from '../contract/errors.ts'
import { errors } from '../contract/errors.ts'
import type { ReplyView } from '../contract/reply.ts'

export interface ErrorFacts {
  /** For people; clients never read it. */
  detail?: string
  /** Seconds until it is worth trying again. */
  retryAfter?: number
  /** Replies that came first, with `stale`. */
  newer?: ReplyView[]
  issues?: { path: string; message: string }[]
}

/** An expected refusal. Everything else that is thrown is a defect and reaches clients as `internal`. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly facts: ErrorFacts

  constructor(code: ErrorCode, facts: ErrorFacts = {}) {
    super(facts.detail ?? errors[code].title)
    this.name = 'AppError'
    this.code = code
    this.facts = facts
  }
}
