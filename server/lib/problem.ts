import { errors } from '../contract/errors.ts'
import type { Problem } from '../contract/problem.ts'
import { AppError } from './app-error.ts'

/** The one mapper from anything thrown to what a client is told. Unknown errors tell nothing. */
export function toProblem(error: unknown): Problem {
  const { code, facts } =
    error instanceof AppError ? error : { code: 'internal' as const, facts: {} as AppError['facts'] }
  const { status, title } = errors[code]
  return { type: `/api#problem-${code}`, title, status, code, ...facts }
}
