import { failureText } from './failure-text.ts'
import { Refused } from './refused.tsx'

/** What to say when something was refused, as one chunk: most people never meet it. */
export const trouble = { failureText, Refused }
