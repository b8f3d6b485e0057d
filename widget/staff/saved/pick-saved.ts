import type { ThreadItem } from '../../model/types.ts'
import { targetNow } from '../composer/switch-mode.ts'
import type { Hand } from '../moves/hand.ts'
import { inOrder, languageOf } from './fill.ts'
import { takeSaved } from './take-saved.ts'

/** Asks which saved reply to put where the caret is. */
export const pickSaved = (item: ThreadItem, { team, widget }: Hand): void => {
  const { kept, t } = team
  const thread = item.id.peek()
  if (!thread) return
  void kept.loadReplies().catch(() => {})
  team.menu.value = {
    title: t('saved.find'),
    none: t('saved.none'),
    options: () =>
      inOrder(kept.replies.value, languageOf(team, item)).map(reply => ({
        key: reply.id,
        text: reply.name,
        onChoose: () => {
          const writing = widget.writing(targetNow(team, thread))
          const { field } = writing
          const text = takeSaved(team, reply, item.row.peek(), writing.to.peek())
          const [from, to] = [field?.selectionStart ?? 0, field?.selectionEnd ?? 0]
          const before = writing.text.peek()
          writing.text.value = before.slice(0, from) + text + before.slice(to)
          setTimeout(() => {
            field?.focus()
            field?.setSelectionRange(from + text.length, from + text.length)
          })
        },
      })),
  }
}
