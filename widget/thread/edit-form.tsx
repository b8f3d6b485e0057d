import type { Refusal } from '../model/types.ts'
import { useEffect, useRef, useSignal } from '../signals/render.ts'
import type { AnyItem } from './widget.ts'
import { useWidget } from './widget.ts'

interface Props {
  item: AnyItem
  onDone: () => void
}

/** One's own text, in its place, as it was typed. */
export const EditForm = ({ item, onDone }: Props) => {
  const widget = useWidget()
  const { t } = widget
  const text = useSignal(item.own.peek().source ?? '')
  const error = useSignal('')
  const busy = useSignal(false)
  const field = useRef<HTMLTextAreaElement>()
  useEffect(() => field.current?.focus(), [])

  const save = async () => {
    if (busy.peek() || !text.peek().trim()) return
    busy.value = true
    try {
      await widget.conversation.edit(item, text.peek())
      onDone()
    } catch (thrown) {
      const chunk = await widget.want(() => import('./trouble.ts'))
      error.value = chunk?.trouble.failureText((thrown as Refusal).failure, widget) ?? t('err.network')
      widget.said.value = { voice: 'assertive', text: error.value }
    } finally {
      busy.value = false
    }
  }
  return (
    <form
      class="writing open"
      onSubmit={event => {
        event.preventDefault()
        void save()
      }}
      onKeyDown={event => {
        if (event.key === 'Escape') {
          event.stopPropagation()
          onDone()
        }
        if (event.key === 'Enter' && (event.metaKey || event.ctrlKey) && !event.isComposing) void save()
      }}
    >
      <textarea
        ref={field}
        dir="auto"
        aria-label={t('action.edit')}
        value={text.value}
        onInput={event => {
          text.value = event.currentTarget.value
        }}
      />
      {error.value && <p class="error">{error.value}</p>}
      <div class="send">
        <button type="button" class="quiet" onClick={onDone}>
          {t('action.cancel')}
        </button>
        <button type="submit" class="main" aria-disabled={busy.value}>
          {t('action.save')}
        </button>
      </div>
    </form>
  )
}
