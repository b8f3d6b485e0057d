import type { ReplyList } from '../../server/contract/reads.ts'
import type { Signal } from '../signals/signal.ts'
import { batch } from '../signals/signal.ts'
import type { Core } from './core.ts'
import { puts } from './replica.ts'
import type { ReplyItem } from './types.ts'

/** An opened thread as far back as it has been read. */
interface Read {
  shown: Signal<ReadonlySet<string>>
  earlier: Signal<number>
  /** Where the page before it ends; null at its first reply. */
  before: Signal<string | null>
  stuck: Signal<object | null>
}

/**
 * Adds the replies before those that are shown; answers with the first of them.
 * @throws Refusal
 */
export const readEarlier = async (
  core: Core,
  thread: string,
  { shown, earlier, before, stuck }: Read,
): Promise<ReplyItem | null> => {
  const cursor = before.peek()
  if (!cursor) return null
  const page = await core.read<ReplyList>(`/threads/${thread}/replies`, { before: cursor })
  return batch(() => {
    core.learn(page, puts('reply', page.replies))
    shown.value = new Set([...shown.peek(), ...page.replies.map(reply => reply.id)])
    earlier.value = page.earlier
    before.value = page.before
    stuck.value = null
    return page.replies[0] ? core.items.reply(page.replies[0].id) : null
  })
}
