import { sql } from 'kysely'
import type { Db } from './store.ts'

/** What counts as one with a target: the threads merged into it. */
const family = (targetId: string) =>
  sql`(select cast(${targetId} as text) as id union all select id from thread where canonical_id = ${targetId})`

/** When it was given; null when the person supported the target, or anything merged into it, before. */
export async function addVote(
  db: Db,
  vote: { site_id: string; target_id: string; person_id: string; created_at: number },
): Promise<number | null> {
  const { site_id, target_id, person_id, created_at } = vote
  const { numAffectedRows } = await sql`
    insert into vote (site_id, target_id, person_id, created_at)
    select cast(${site_id} as text), cast(${target_id} as text), cast(${person_id} as text),
      cast(${created_at} as bigint)
    where not exists (
      select 1 from vote where person_id = ${person_id} and target_id in ${family(target_id)})
    on conflict (target_id, person_id) do nothing`.execute(db)
  return numAffectedRows === 1n ? created_at : null
}

/** When it had been given, to the target or to anything merged into it; null when there was none. */
export async function removeVote(db: Db, targetId: string, personId: string): Promise<number | null> {
  const { rows } = await sql<{ created_at: number }>`
    delete from vote where person_id = ${personId} and target_id in ${family(targetId)}
    returning created_at`.execute(db)
  return rows.length === 0 ? null : Math.min(...rows.map(row => Number(row.created_at)))
}
