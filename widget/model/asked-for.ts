import type { ThreadList } from '../../server/contract/reads.ts'
import { computed, signal } from '../signals/signal.ts'
import type { Core } from './core.ts'
import { puts } from './replica.ts'
import type { AskedFor } from './types.ts'

/** Ideas that are looked through, the last active first. */
const LOOKED_AT = '50'

/**
 * Ideas of this viewer's, or that they voted for or follow, that have come true since they were last told, the first
 * one first.
 */
export const askedFor = async (core: Core): Promise<AskedFor> => {
  const shipped = await core.read<ThreadList>('/threads', {
    kind: 'idea',
    status: 'shipped',
    size: LOOKED_AT,
  })
  core.learn(shipped, puts('thread', shipped.threads))
  const shippedAt = (id: string) => core.items.thread(id).row.value.statusNote?.at ?? 0
  const told = signal(core.storage.read<number>('told') ?? core.seen.marks.peek()?.since ?? Date.now())
  const ids = shipped.threads.map(({ id }) => id).sort((one, other) => shippedAt(one) - shippedAt(other))
  return {
    item: computed(
      () =>
        ids
          .filter(id => shippedAt(id) > told.value)
          .map(core.items.thread)
          .find(({ own }) => own.value.voted || own.value.author || own.value.following) ?? null,
    ),
    tell: item => {
      told.value = item.row.peek().statusNote?.at ?? told.peek()
      core.storage.write('told', told.peek())
    },
  }
}
