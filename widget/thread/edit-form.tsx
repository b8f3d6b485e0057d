import { useEffect } from '../signals/render.ts'
import type { AnyItem } from './widget.ts'
import { useWidget } from './widget.ts'
import { WritingBox } from './writing-box.tsx'
import { WritingDetails } from './writing-details.tsx'

interface Props {
  item: AnyItem
  onDone: () => void
}

/** One's own text, in its place: as it was typed, or as it was left when one last began to edit it. */
export const Editing = ({ item, onDone }: Props) => {
  const { conversation, t, writing } = useWidget()
  const draft = writing(`edit:${item.id.peek()}`)
  const source = item.own.peek().source ?? ''
  useEffect(() => draft.field?.focus(), [])

  const cancel = () => {
    draft.text.value = ''
    onDone()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape reaches it from what is inside
    <div
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        // Nothing that was typed is lost by it, nor by ending a composition.
        if (draft.text.peek() === source && !event.isComposing && event.keyCode !== 229) cancel()
      }}
    >
      <WritingBox writing={draft} label={t('action.edit')} placeholder="" onFocus={conversation.prefetch}>
        <WritingDetails
          writing={draft}
          verb={t('action.save')}
          first={source}
          cancel={
            <button type="button" class="quiet" onClick={cancel}>
              {t('action.cancel')}
            </button>
          }
          onSend={async (_, body) => {
            const id = item.id.peek()
            if (id) await conversation.run('message.edit', { id, body }, true)
            onDone()
          }}
        />
      </WritingBox>
    </div>
  )
}
