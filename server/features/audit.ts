import { newId } from '../lib/ids.ts'
import { insertAudit } from '../store/audit.ts'
import type { Db } from '../store/store.ts'

type Fact = string | number | boolean | null

/** What the log keeps of a command: the decision. Texts stay where they are, and what is not named is not kept. */
const KEPT = [
  'reason',
  'status',
  'on',
  'to',
  'label',
  'name',
  'title',
  'into',
  'kind',
  'image',
  'role',
  'key',
  'locale',
] as const

/** Writes down that somebody of the team did something. */
export const record = (
  db: Db,
  entry: {
    siteId: string
    at: number
    by: string
    action: string
    target: string
    facts: Record<string, Fact>
  },
) =>
  insertAudit(db, {
    id: newId('u'),
    site_id: entry.siteId,
    at: entry.at,
    by_id: entry.by,
    action: entry.action,
    target_id: entry.target,
    facts: JSON.stringify(entry.facts),
  })

export function factsOf(input: unknown): Record<string, Fact> {
  const values = input as Record<string, unknown>
  return Object.fromEntries(
    KEPT.flatMap(key => {
      const value = values[key]
      return value === null || ['string', 'number', 'boolean'].includes(typeof value)
        ? [[key, value as Fact]]
        : []
    }),
  )
}
