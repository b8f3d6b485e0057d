import { useWidget } from '../thread/widget.ts'
import { ARROW_UP } from '../ui/more-icons.ts'
import { Pill } from '../ui/pill.tsx'
import { Greeting } from './greeting.tsx'

/**
 * `n` conversations that others began meanwhile: they come into the list when they are asked for, and then take the
 * focus. While there are none, a greeting, if `greets`.
 */
export const OnTop = ({ n, greets }: { n: number; greets: boolean }) => {
  const { conversation, focus, t } = useWidget()
  if (n === 0) return greets ? <Greeting /> : null
  return (
    <Pill
      d={ARROW_UP}
      text={t('live.posts', { n })}
      onPress={() => {
        const first = conversation.home.showFresh()
        if (first) focus(`title-${first.key}`)
      }}
    />
  )
}
