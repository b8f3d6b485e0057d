import type { ThreadView } from '../../server/contract/thread.ts'
import type { Item, ReplyItem } from '../model/types.ts'
import { useWidget } from '../thread/widget.ts'
import { Icon } from '../ui/icon.tsx'
import { CLOCK } from '../ui/icons.ts'
import { EYE_OFF } from './icons.ts'
import { useCrew } from './team.ts'

/** A message that not everybody sees: why, and the way to show it. */
export const Standing = ({ item }: { item: Item<ThreadView> | ReplyItem }) => {
  const { act, t } = useCrew()
  const { focus } = useWidget()
  const row = item.row.value
  const { visibility, removal } = row
  const id = item.id.value
  if (visibility === 'public' || id === null) return null
  const held = visibility === 'held'
  const show = async () => {
    await act('message.show', { id })
    focus('kind' in row ? 'heading' : `reply-${item.key}`)
  }
  return (
    <div class={`standing ${visibility}`}>
      <p>
        <Icon d={held ? CLOCK : EYE_OFF} />
        {held ? t('s.held') : t('s.hidden', { reason: removal?.reason ?? '' })}
      </p>
      {item.can.value.includes('show') && (
        <button type="button" class="quiet" onClick={show}>
          {t(held ? 's.approve' : 's.show')}
        </button>
      )}
    </div>
  )
}
