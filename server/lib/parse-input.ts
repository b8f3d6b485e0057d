import type { z } from 'zod'
import { AppError } from './app-error.ts'

/** The value as the schema knows it. @throws AppError `invalid` naming every value that does not fit */
export function parseInput<S extends z.ZodType>(schema: S, value: unknown, root = ''): z.infer<S> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new AppError('invalid', {
    issues: parsed.error.issues
      .slice(0, 20)
      .map(issue => ({ path: issue.path.map(String).join('.') || root, message: issue.message })),
  })
}
