import type { Expression } from 'kysely'
import type { Db } from './store.ts'

export interface MutationKey {
  site_id: string
  actor_id: string
  mutation_id: string
}

/** What is kept of an answer: where it took the feed, and what the command had to say. */
export interface Memory {
  epoch: string
  head: number
  said: string
}

/** One column, and not three, so that Postgres can put it together from the counter it has just moved. */
export const toRemember = ({ epoch, head, said }: Memory): string => `${epoch} ${head} ${said}`

export function remembered(result: string): Memory {
  const [epoch = '', head = '', ...said] = result.split(' ')
  return { epoch, head: Number(head), said: said.join(' ') }
}

/**
 * Claims a mutation id within the transaction. Undefined: it is ours. Otherwise what the earlier request was and
 * answered; a rival in flight is waited for by the primary key.
 */
export async function claimMutation(db: Db, key: MutationKey, requestHash: string, at: number) {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('mutation')
    .values({ ...key, request_hash: requestHash, result: '', at })
    .onConflict(conflict => conflict.columns(['site_id', 'actor_id', 'mutation_id']).doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows === 1n) return undefined
  const earlier = await findMutation(db, key)
  if (!earlier) throw new Error('The id is taken, and by nobody')
  return earlier
}

/** What an earlier request with this id was and answered. */
export async function findMutation(db: Db, key: MutationKey) {
  const found = await db
    .selectFrom('mutation')
    .select(['request_hash', 'result'])
    .where(eb => eb.and({ ...key }))
    .executeTakeFirst()
  return found && { hash: found.request_hash, ...remembered(found.result) }
}

/** @param result as {@link toRemember} puts it */
export const finishMutation = (db: Db, key: MutationKey, result: string | Expression<string>) =>
  db
    .updateTable('mutation')
    .set({ result })
    .where(eb => eb.and({ ...key }))
