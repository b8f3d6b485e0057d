import type { ReplyItem } from '../model/types.ts'
import { useWidget } from '../thread/widget.ts'
import { MessageForm } from './message-form.tsx'
import { ReportedNote } from './reported-note.tsx'
import { Standing } from './standing.tsx'
import { useTeam } from './team.ts'

/** Answer it, mark it, show it again. */
export const ReplyTools = ({ item }: { item: ReplyItem }) => {
  const { act, mode, t } = useTeam()
  const { writing } = useWidget()
  const { author, note, official, status, thread, visibility } = item.row.value
  const id = item.id.value
  if (id === null) return null

  const answer = () => {
    mode.value = 'public'
    writing(thread).to.value = { id, name: author.name }
    // Not before it is drawn.
    setTimeout(() => writing(thread).field?.focus())
  }
  return (
    <>
      {visibility === 'public' && !note && !status && (
        <button
          type="button"
          class="bare"
          aria-label={t('s.replyTo', { name: author.name })}
          onClick={answer}
        >
          {t('s.reply')}
        </button>
      )}
      {item.can.value.includes('official') && (
        <button
          type="button"
          class="bare"
          onClick={() => void act('answer.official', { reply: id, on: !official })}
        >
          {t(official ? 's.unofficial' : 's.official')}
        </button>
      )}
      <Standing item={item} />
      <ReportedNote item={item} />
      <MessageForm item={item} />
    </>
  )
}
