import type { SqlBool } from 'kysely'
import { sql } from 'kysely'
import { AppError } from '../lib/app-error.ts'

/** A place in an ordered list: the values of its keys in the last row shown. Opaque to clients. */
export const encodeCursor = (values: number[]) => Buffer.from(values.join('.')).toString('base64url')

/** @throws AppError `invalid` for a cursor that is not ours */
export function decodeCursor(cursor: string, length: number): number[] {
  const parts = Buffer.from(cursor, 'base64url').toString().split('.')
  if (parts.length !== length || !parts.every(part => /^\d{1,15}$/.test(part)))
    throw new AppError('invalid', { issues: [{ path: 'cursor', message: 'Not a cursor of this list' }] })
  return parts.map(Number)
}

const tuple = (parts: unknown[]) => sql`(${sql.join(parts)})`

/** Whether a row comes after the cursor in a list that runs down (`<`) or up (`>`) by all of its keys. */
export const beyondCursor = (keys: readonly unknown[], operator: '<' | '>', cursor: string) =>
  sql<SqlBool>`${tuple([...keys])} ${sql.raw(operator)} ${tuple(decodeCursor(cursor, keys.length))}`

/** Cuts what was read one row too far. */
export function cutPage<R>(rows: R[], size: number, keysOf: (row: R) => number[]) {
  const page = rows.slice(0, size)
  const last = page.at(-1)
  return { rows: page, next: rows.length > size && last ? encodeCursor(keysOf(last)) : null }
}
