import { sql } from 'kysely'
import type { InboxView } from '../contract/inbox.ts'
import { INBOX_VIEWS } from '../contract/limits.ts'
import { viewCondition } from './inbox-lists.ts'
import type { Db } from './store.ts'

/** How SQLite goes about counting each view. */
export async function explainInbox(
  db: Db,
  siteId: string,
  personId: string,
): Promise<Record<InboxView, string>> {
  const plans: [InboxView, string][] = []
  for (const view of INBOX_VIEWS) {
    const { rows } = await sql<{ detail: string }>`explain query plan
      select count(*) from thread where ${viewCondition(view, siteId, personId)}`.execute(db)
    plans.push([view, rows.map(row => row.detail).join('; ')])
  }
  return Object.fromEntries(plans) as Record<InboxView, string>
}
