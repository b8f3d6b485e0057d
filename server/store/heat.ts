import { heatOf } from '../lib/heat.ts'
import type { Db } from './store.ts'

/**
 * The heat of a thread from everything that warms it: votes and first replies of visitors other than its author, over
 * all that was merged into it, each person's vote and first reply once.
 */
export async function countHeat(
  db: Db,
  thread: { id: string; author_id: string; created_at: number },
): Promise<number> {
  const family = db
    .selectFrom('thread')
    .select('id')
    .where(eb => eb.or([eb('id', '=', thread.id), eb('canonical_id', '=', thread.id)]))
  const votes = await db
    .selectFrom('vote')
    .select(eb => eb.fn.min<number>('created_at').as('at'))
    .where('target_id', 'in', family)
    .where('person_id', '!=', thread.author_id)
    .groupBy('person_id')
    .execute()
  const repliers = await db
    .selectFrom('reply')
    .innerJoin('person', 'person.id', 'reply.author_id')
    .select(eb => eb.fn.min<number>('reply.created_at').as('at'))
    .where('reply.thread_id', 'in', family)
    .where('reply.visibility', '=', 'public')
    .where('reply.note', '=', 0)
    .where('reply.author_id', '!=', thread.author_id)
    .where('person.role', 'is', null)
    .groupBy('reply.author_id')
    .execute()
  // In one order on both databases: sums of floating numbers depend on it.
  const instants = [...votes, ...repliers].map(({ at }) => Number(at)).sort((a, b) => a - b)
  return heatOf(thread.created_at, instants)
}
