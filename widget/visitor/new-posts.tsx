import { useKept } from '../signals/render.ts'
import { useWidget } from '../thread/widget.ts'
import { useChunk } from '../ui/use-chunk.ts'

/** The place of what lies over the top of the list: what others posted meanwhile, or what came true of one's own wishes. */
export const NewPosts = () => {
  const { conversation } = useWidget()
  const { home, search } = conversation
  const n = home.fresh.value
  // Only whoever comes back is greeted.
  const { returns } = useKept(() => ({ returns: conversation.me.peek() !== null }))
  // Should it not come, each further post asks again.
  const top = useChunk(() => import('./on-top.tsx'), n || returns)
  return search.query.value === null && top && <top.OnTop n={n} greets={returns} />
}
