import type { Choice } from '../ui/disclosure-menu.tsx'
import { canShare } from './can-share.ts'
import { copyLink } from './copy-link.ts'
import { showReport } from './show-report.tsx'
import type { AnyItem, Widget } from './widget.ts'

interface About {
  item: AnyItem
  link: string
  onEdit: () => void
}

/** What this viewer may do with a message just now. */
export const messageChoices = (widget: Widget, { item, link, onEdit }: About): Choice[] => {
  const { conversation, focus, tools, t } = widget
  const can = item.can.peek()
  const id = item.id.peek()
  const choices: Choice[] = [
    {
      key: 'copy',
      text: t(canShare() ? 'thread.share' : 'thread.copy'),
      onChoose: () => void copyLink(widget, link),
    },
  ]
  choices.push(...(tools.choices?.(item) ?? []))
  if (can.includes('edit')) choices.unshift({ key: 'edit', text: t('action.edit'), onChoose: onEdit })
  if (can.includes('report') && !item.own.peek().reported && !item.own.peek().author) {
    choices.push({ key: 'report', text: t('action.report'), onChoose: () => showReport(widget, item) })
  }
  if (id && can.includes('delete')) {
    choices.push({
      key: 'delete',
      text: t('action.delete'),
      dangerous: true,
      onChoose: async () => {
        // What takes its place is to be there at once, with the way back.
        await import('./instead.ts').catch(() => {})
        void conversation.keep('message.delete', { id })
        focus(`undo-${item.key}`)
      },
    })
  }
  return choices
}
