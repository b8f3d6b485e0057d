import { useWidget } from '../thread/widget.ts'
import { ARROW_UP } from '../ui/more-icons.ts'
import { Pill } from '../ui/pill.tsx'

/** What others posted meanwhile: comes into the list when it is asked for, and then takes the focus. */
export const NewPosts = () => {
  const { conversation, focus, t } = useWidget()
  const { home, search } = conversation
  const n = home.fresh.value
  if (n === 0 || search.query.value !== null) return null
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
