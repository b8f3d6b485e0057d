import type { SavedReply } from '../../../server/contract/saved.ts'
import type { ThreadView } from '../../../server/contract/thread.ts'
import { pagePath } from '../../thread/page-path.ts'
import type { Team } from '../team.ts'
import { fill } from './fill.ts'

/** The text of a saved reply for whoever it answers; that it was used is noted. */
export const takeSaved = (
  { desk, kept }: Pick<Team, 'desk' | 'kept'>,
  reply: SavedReply,
  { author, page }: Pick<ThreadView, 'author' | 'page'>,
  to: { name: string } | null,
): string => {
  desk.write('POST', `/saved-replies/${reply.id}/used`, {}).then(
    () => {
      const usedAt = Date.now()
      kept.replies.value = kept.replies.peek().map(one => (one.id === reply.id ? { ...one, usedAt } : one))
    },
    // It is only for the order of the list.
    () => {},
  )
  return fill(reply.body, { name: to?.name ?? author.name, page: page.title ?? pagePath(page.url) })
}
