import { AppError } from '../lib/app-error.ts'

const code = (error: unknown) =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** Somebody else holds the lock: worth a retry in a moment. */
export const isLocked = (error: unknown) => /^SQLITE_(BUSY|LOCKED)/.test(code(error))

/** The file cannot be written (full disk, read-only, I/O error): the whole transaction is lost, not one statement. */
export const isUnwritable = (error: unknown) =>
  /^SQLITE_(FULL|IOERR|READONLY|CANTOPEN|NOMEM|CORRUPT)/.test(code(error))

/** What the caller is told: locked and unwritable become `busy`, everything else passes. */
export function refusal(error: unknown): unknown {
  if (isLocked(error) || isUnwritable(error))
    return new AppError('busy', { retryAfter: 5, detail: code(error) })
  return error
}
