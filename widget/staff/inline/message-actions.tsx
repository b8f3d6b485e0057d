import type { ThreadItem } from '../../model/types.ts'
import type { AnyItem } from '../../thread/widget.ts'
import { useWidget } from '../../thread/widget.ts'
import { switchMode } from '../composer/switch-mode.ts'
import type { Mode } from '../team.ts'
import { useCrew } from '../team.ts'
import { showForm } from './show-form.tsx'

/** What a pass lets one do with a message, as its `can` says: in its thread, or on a card of the list. */
export const MessageActions = ({ item }: { item: AnyItem }) => {
  const crew = useCrew()
  const widget = useWidget()
  const { act, t } = crew
  const id = item.id.value
  const row = item.row.value
  const can = item.can.value
  if (id === null) return null
  const reply = 'thread' in row ? row : null
  const thread = reply?.thread ?? id
  const opened = widget.conversation.opened.value
  const here = opened?.id === thread ? opened.item.value : null
  const mayAnswer = (here ?? item).can.value.includes('reply')

  const write = (mode: Mode) => {
    if (here) return switchMode(crew, widget, thread, mode)
    crew.composeIn.value = { thread, mode }
    widget.open(thread)
  }
  const answer = () => {
    if (reply) widget.writing(thread).to.value = { id, name: row.author.name }
    write('public')
  }
  return (
    <>
      {mayAnswer && row.visibility === 'public' && !reply?.note && !reply?.status && (
        <button
          type="button"
          class="bare"
          aria-label={t('s.replyTo', { name: row.author.name })}
          onClick={answer}
        >
          {t('s.reply')}
        </button>
      )}
      {!reply && can.includes('note') && (
        <button type="button" class="bare" onClick={() => write('note')}>
          {t('s.note')}
        </button>
      )}
      {!reply && can.includes('status') && (
        <button
          type="button"
          class="bare"
          onClick={() => showForm('status', item as ThreadItem, crew, widget)}
        >
          {t('s.status')}
        </button>
      )}
      {reply && can.includes('official') && (
        <button
          type="button"
          class="bare"
          onClick={() => void act('answer.official', { reply: id, on: !reply.official })}
        >
          {t(reply.official ? 's.unofficial' : 's.official')}
        </button>
      )}
      {can.includes('hide') && (
        <button type="button" class="bare" onClick={() => showForm('hide', item, crew, widget)}>
          {t(reply ? 's.hide' : 's.hideThread')}
        </button>
      )}
    </>
  )
}
