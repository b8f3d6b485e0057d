import { MESSAGE_DEPTH } from '../contract/limits.ts'
import { AppError } from './app-error.ts'

const POISON = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Refuses what no honest client sends: JSON that nests deeper than {@link MESSAGE_DEPTH}, that names the keys by which
 * prototypes are polluted, or that holds the character NUL, which Postgres cannot store.
 * Throws `too_deep` or `malformed`.
 */
export function assertPlainJson(value: unknown, room = MESSAGE_DEPTH): void {
  if (typeof value === 'string' && value.includes('\0'))
    throw new AppError('malformed', { detail: 'The character NUL is not taken' })
  if (typeof value !== 'object' || value === null) return
  if (room === 0) throw new AppError('too_deep')
  for (const [key, inner] of Object.entries(value)) {
    if (POISON.has(key)) throw new AppError('malformed', { detail: 'A key of that name is not taken' })
    assertPlainJson(inner, room - 1)
  }
}
