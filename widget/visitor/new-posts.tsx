import { useKept } from '../signals/render.ts'
import { useWidget } from '../thread/widget.ts'
import { ARROW_UP } from '../ui/more-icons.ts'
import { Pill } from '../ui/pill.tsx'
import { useChunk } from '../ui/use-chunk.ts'

/**
 * What others posted meanwhile: comes into the list when it is asked for, and then takes the focus. While there is
 * nothing, what came true of one's own wishes.
 */
export const NewPosts = () => {
  const { conversation, focus, t } = useWidget()
  const { home, search } = conversation
  const n = home.fresh.value
  // Only whoever comes back.
  const { returns } = useKept(() => ({ returns: conversation.me.peek() !== null }))
  const greeting = useChunk(() => import('./greeting.tsx'), returns)
  if (search.query.value !== null) return null
  if (n === 0) return greeting && <greeting.Greeting />
  return (
    <Pill
      d={ARROW_UP}
      text={t('live.posts', { n })}
      onPress={() => {
        const first = home.showFresh()
        if (first) focus(`title-${first.key}`)
      }}
    />
  )
}
