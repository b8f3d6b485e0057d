import type { ReplyView } from '../../server/contract/reply.ts'
import { draftOf } from './draft-of.ts'
import { failureText } from './failure-text.ts'
import type { AnyItem } from './widget.ts'
import { useWidget } from './widget.ts'
import { noteOf } from './writing.ts'

/** A message the server refused: why, and what its author can do about it. It stays until they decide. */
export const Refused = ({ item }: { item: AnyItem }) => {
  const widget = useWidget()
  const { conversation, waits, t } = widget
  const failure = item.delivery.value?.failure
  const { thread = 'post', note } = item.row.value as Partial<ReplyView>
  const writing = widget.writing(note ? noteOf(thread) : thread)

  const edit = async () => {
    const taken = (await conversation.writer()).takeBack(item.key)
    if (!taken) return
    writing.text.value = taken.body
    writing.kind.value = taken.kind
    writing.pictures.value = draftOf(taken.pictures)
    writing.field?.focus()
  }
  return (
    <div class="state refused">
      <p>
        {t('send.failed')} {failure && failureText(failure, widget)}
      </p>
      <button
        type="button"
        class="quiet"
        aria-disabled={waits.value > 0}
        onClick={async () => waits.value || (await conversation.writer()).retry(item.key)}
      >
        {t('action.retry')}
      </button>
      <button type="button" class="quiet" onClick={edit}>
        {t('send.edit')}
      </button>
      <button
        type="button"
        class="quiet"
        onClick={async () => {
          ;(await conversation.writer()).takeBack(item.key)
          writing.field?.focus()
        }}
      >
        {t('send.discard')}
      </button>
    </div>
  )
}
