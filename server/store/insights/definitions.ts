import type { RawBuilder, SqlBool } from 'kysely'
import { sql } from 'kysely'
import type { Kind } from '../../contract/site.ts'

/** A stretch of time as numbers that go into the query as they are. */
interface Span {
  from: number
  to: number
}

/** What a figure is about. */
export interface Scope extends Span {
  siteId: string
  kind: Kind | undefined
  /** Office time in order, with what came `before`; null counts the clock around. */
  office: readonly (Span & { before: number })[] | null
}

const number = (value: number) => sql.lit(Math.trunc(value))
const row = (values: readonly (number | string)[]) =>
  sql`(${sql.join(values.map(value => (typeof value === 'number' ? number(value) : sql.lit(value))))})`

/** A table of known rows. With none it is one row that no instant falls into. */
export const rowsOf = (rows: readonly (readonly (number | string)[])[], none: readonly (number | string)[]) =>
  sql`values ${sql.join((rows.length > 0 ? rows : [none]).map(row))}`

/** Somebody who speaks or once spoke for the team; `p` is a person. */
const isTeam = (p: string) =>
  sql<SqlBool>`(${sql.ref(`${p}.role`)} is not null or ${sql.ref(`${p}.account_id`)} is not null)`

/**
 * Threads that customers began. What was merged away counts where it leads. Hidden by the team counts: silence is not undone by hiding. Spam and what its author
 * deleted does not.
 */
export const customerThreads = ({ siteId, kind }: Pick<Scope, 'siteId' | 'kind'>) => sql`
  select t.id, t.kind, t.author_id, t.created_at, t.accepted_id, t.status, t.locked, t.visibility,
    t.waiting_since
  from thread t join person a on a.id = t.author_id
  where t.site_id = ${siteId} and not ${isTeam('a')}
    and t.canonical_id is null
    and (t.visibility in ('public', 'held') or (t.visibility = 'removed' and t.removed_by = 'brand'))
    and ${kind ? sql<SqlBool>`t.kind = ${kind}` : sql<SqlBool>`1 = 1`}`

/** What the team said in public under a thread; a status counts when it came with words. */
const wordsOfTeam = (thread: string) => sql`
  from reply r join person s on s.id = r.author_id
  where r.thread_id = ${sql.ref(thread)} and r.note = 0 and r.visibility = 'public' and r.source <> ''
    and ${isTeam('s')}`

/** Whether the team has said anything in public under a thread. */
export const heardOf = (thread: string) => sql<SqlBool>`exists (select 1 ${wordsOfTeam(thread)})`

const within = (column: string, { from, to }: Span) =>
  sql<SqlBool>`${sql.ref(column)} >= ${number(from)} and ${sql.ref(column)} < ${number(to)}`

/** Office time up to an instant. */
const worked = (instant: RawBuilder<unknown>) => sql`coalesce((
  select o.before + case when ${instant} < o.closes then ${instant} else o.closes end - o.opens
  from office o where o.opens <= ${instant} order by o.opens desc limit 1), 0)`

const elapsed = ({ office }: Scope) =>
  office ? sql`${worked(sql`f.at`)} - ${worked(sql`f.created_at`)}` : sql`f.at - f.created_at`

/**
 * `first`: every customer thread of the range but praise, with the time `elapsed` until a human of the team (never its
 * author, who is a customer) spoke in public; null while nobody has.
 */
export const firstReplies = (scope: Scope) => sql`
  office(opens, closes, before) as (${rowsOf(
    (scope.office ?? []).map(({ from, to, before }) => [from, to, before]),
    [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, 0],
  )}),
  customer as (${customerThreads(scope)}),
  found as (
    select c.id, c.created_at, c.accepted_id, c.locked, c.visibility,
      (select min(r.created_at) ${wordsOfTeam('c.id')}) as at
    from customer c where c.kind <> 'praise' and ${within('c.created_at', scope)}
  ),
  first as (
    select f.id, f.created_at, f.accepted_id, f.locked, f.visibility,
      case when f.at is null then null when f.at < f.created_at then 0 else ${elapsed(scope)} end as elapsed
    from found f
  )`

/** The value at ⌈q·n⌉ of `ranked`, where `rn` counts rows of a group from 1 and `n` is how many there are. */
export const nearestRank = (column: string, percent: number) =>
  sql<number | null>`max(case when rn = (n * ${number(percent)} + 99) / 100 then ${sql.ref(column)} end)`

export const isTeamMember = isTeam
export const isWithin = within
