import type { Expression, Insertable, RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { advancing } from './feed.ts'
import type { MutationKey } from './mutations.ts'
import { finishMutation, toRemember } from './mutations.ts'
import type { ChangeTable } from './schema.ts'
import type { Db, Dialect } from './store.ts'

/** A column of the changed entity that takes the change's position in the feed. */
export type Place = 'seq' | 'staff_seq' | 'position' | 'activity'

/** One change, of an entity whose row gets its place. Texts and marks have none of their own. */
export type Entry = Pick<ChangeTable, 'audience' | 'person_id' | 'page_id' | 'entity' | 'entity_id'> & {
  places: readonly Place[]
}

export interface Entries {
  siteId: string
  at: number
  entries: readonly Entry[]
  /** The request they come of, and what is to be remembered of its answer. */
  mutation: { key: MutationKey; said: string } | null
}

/** Positions as SQL: of the entry with this index, and the epoch and head they lead to. */
interface Counter {
  position(index: number): Expression<number> | number
  memory(said: string): Expression<string> | string
}

/**
 * Appends to the feed: takes positions, writes the changes, stamps what they changed and remembers the answer. From here
 * to the commit the site's counter is locked, and with it every other writer: Postgres gets all of it in one
 * statement. SQLite has no such statements, and no way to go.
 */
export async function append(
  db: Db,
  dialect: Dialect,
  all: Entries,
): Promise<{ epoch: string; head: number }> {
  const { siteId, entries } = all
  const counter = advancing(db, siteId, entries.length)
  if (dialect === 'postgres') {
    const steps = stepsOf(db, all, {
      position: index => sql<number>`(select head from counter) - ${entries.length - 1 - index}`,
      memory: said => sql<string>`(select epoch || ' ' || head from counter) || ' ' || ${said}`,
    })
    const parts = steps.map((step, i) => sql`${sql.ref(`step_${i}`)} as (${step})`)
    const { rows } = await sql<{ epoch: string; head: number }>`
      with ${sql.join([sql`counter as (${counter})`, ...parts])} select epoch, head from counter`.execute(db)
    const [row] = rows
    if (!row) throw new Error(`No counter of the site ${siteId}`)
    return row
  }
  const { epoch, head } = await counter.executeTakeFirstOrThrow()
  const steps = stepsOf(db, all, {
    position: index => head - (entries.length - 1 - index),
    memory: said => toRemember({ epoch, head, said }),
  })
  for (const step of steps) await step.execute(db)
  return { epoch, head }
}

/** The statements that follow the counter's. Whatever looks at statements sees each once, when it is sent. */
function stepsOf(
  within: Db,
  { siteId, at, entries, mutation }: Entries,
  counter: Counter,
): RawBuilder<unknown>[] {
  const db = within.withoutPlugins()
  const rows = entries.map(({ places: _, ...entry }, index) => ({
    ...entry,
    ...{ site_id: siteId, seq: counter.position(index), mutation_id: mutation?.key.mutation_id ?? null, at },
  }))
  const changes = db.insertInto('change').values(rows as Insertable<ChangeTable>[])
  const memory = mutation && finishMutation(db, mutation.key, counter.memory(mutation.said))
  return [
    ...(rows.length > 0 ? [sql`${changes}`] : []),
    ...stamps(entries, at, counter),
    ...(memory ? [sql`${memory}`] : []),
  ]
}

/** One update for each row, with the last position of each column: a statement cannot change a row twice. */
function stamps(entries: readonly Entry[], at: number, counter: Counter): RawBuilder<unknown>[] {
  const rows = new Map<string, { entry: Entry; columns: Map<Place, number> }>()
  for (const [index, entry] of entries.entries()) {
    const key = `${entry.entity} ${entry.entity_id}`
    const row = rows.get(key) ?? { entry, columns: new Map() }
    for (const place of entry.places) row.columns.set(place, index)
    if (row.columns.size > 0) rows.set(key, row)
  }
  return [...rows.values()].map(({ entry: { entity, entity_id }, columns }) => {
    const set = [...columns].map(([column, index]) => sql`${sql.ref(column)} = ${counter.position(index)}`)
    if (columns.has('activity')) set.push(sql`activity_at = ${at}`)
    return sql`update ${sql.table(entity)} set ${sql.join(set)} where id = ${entity_id}`
  })
}
