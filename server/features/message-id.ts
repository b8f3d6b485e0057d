import { newId } from '../lib/ids.ts'
import { hasMessage } from '../store/threads.ts'
import type { Unit } from './unit.ts'

/** What our own clients make, a UUID, or a nanoid. Others may be short or counted up. */
const RANDOM = /^[\w-]{21,40}$/

/**
 * What a new message goes by: the id made at the click, so that its author's browser knows it whichever way it comes
 * back first, also after a reload. A new one where that is not random enough, or somebody else has used it.
 */
export async function messageId({ db, mutationId }: Unit, table: 'thread' | 'reply'): Promise<string> {
  const prefix = table === 'thread' ? 't' : 'r'
  const id = `${prefix}_${mutationId}`
  return RANDOM.test(mutationId) && !(await hasMessage(db, table, id)) ? id : newId(prefix)
}
