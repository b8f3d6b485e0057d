import type { ErrorCode } from '../../contract/errors.ts'
import type { Problem } from '../../contract/problem.ts'
import type { ErrorFacts } from '../../lib/app-error.ts'
import { AppError } from '../../lib/app-error.ts'
import { toProblem } from '../../lib/problem.ts'

const facts: Partial<Record<ErrorCode, ErrorFacts>> = {
  invalid: { issues: [{ path: 'body', message: 'Too big: expected string to have <=10000 characters' }] },
  rate_limited: { retryAfter: 30 },
  busy: { retryAfter: 5 },
}

export const exampleProblem = (code: ErrorCode): Problem => toProblem(new AppError(code, facts[code]))
