import type { ThreadView } from '../../server/contract/thread.ts'
import type { Item, ReplyItem } from '../model/types.ts'
import { useWidget } from '../thread/widget.ts'
import { HideForm } from './forms/hide-form.tsx'
import { call } from './moves/inverse.ts'
import { RetitleForm } from './retitle-form.tsx'
import { useTeam } from './team.ts'

/** The form that was asked for in this message's menu. */
export const MessageForm = ({ item }: { item: Item<ThreadView> | ReplyItem }) => {
  const { change, form } = useTeam()
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
  const hide = async (reason: string) => {
    const trouble = await change([call('message.hide', { id, reason })], { quiet: true })
    if (trouble === null) close(place)
    return trouble
  }
  return <HideForm inline onCancel={() => close(menu)} onHide={hide} />
}
