import type { ThreadView } from '../../server/contract/thread.ts'
import type { Item, ReplyItem } from '../model/types.ts'
import { useWidget } from '../thread/widget.ts'
import { HideForm } from './hide-form.tsx'
import { RetitleForm } from './retitle-form.tsx'
import { useTeam } from './team.ts'

/** The form that was asked for in this message's menu. */
export const MessageForm = ({ item }: { item: Item<ThreadView> | ReplyItem }) => {
  const { form } = useTeam()
  const { focus } = useWidget()
  const id = item.id.value
  const row = item.row.value
  const open = form.value
  if (!open || open.message !== id) return null
  const isThread = 'kind' in row
  const close = (to: string) => {
    form.value = null
    focus(to)
  }
  const menu = `menu-${item.key}`
  if (open.what === 'retitle' && isThread)
    return <RetitleForm thread={id} title={row.title} onDone={() => close(menu)} />
  const place = isThread ? 'heading' : `reply-${item.key}`
  return <HideForm message={id} onDone={hidden => close(hidden ? place : menu)} />
}
