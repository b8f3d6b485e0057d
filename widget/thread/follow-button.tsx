import type { ThreadItem } from '../model/types.ts'
import { Icon } from '../ui/icon.tsx'
import { BELL } from '../ui/more-icons.ts'
import { useWidget } from './widget.ts'

/** Whether one wants to hear of replies. */
export const FollowButton = ({ item }: { item: ThreadItem }) => {
  const { conversation, t } = useWidget()
  const { following } = item.own.value
  const thread = item.id.value
  if (!thread || !item.can.value.includes('follow')) return null
  return (
    <button
      type="button"
      class="bare"
      onClick={() => conversation.keep('thread.follow', { thread, on: !following })}
    >
      <Icon d={BELL} solid={following} />
      {t(following ? 'notify.off' : 'notify.on')}
    </button>
  )
}
