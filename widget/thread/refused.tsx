import { draftOf } from './draft-of.ts'
import { failureText } from './failure-text.ts'
import type { AnyItem } from './widget.ts'
import { useWidget } from './widget.ts'
import { noteOf } from './writing.ts'

const targetOf = ({ note, thread }: { note: boolean; thread: string | null }) => {
  if (!thread) return 'post'
  return note ? noteOf(thread) : thread
}

/** A message the server refused: why, and what its author can do about it. It stays until they decide. */
export const Refused = ({ item }: { item: AnyItem }) => {
  const widget = useWidget()
  const { conversation, waits, t } = widget
  const failure = item.delivery.value?.failure
  const waiting = waits.value > 0

  const edit = async () => {
    const taken = (await conversation.writer()).takeBack(item.key)
    if (!taken) return
    const writing = widget.writing(targetOf(taken))
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
        aria-disabled={waiting}
        onClick={() => waiting || conversation.retry(item)}
      >
        {t('action.retry')}
      </button>
      <button type="button" class="quiet" onClick={edit}>
        {t('send.edit')}
      </button>
      <button type="button" class="quiet" onClick={() => conversation.discard(item)}>
        {t('send.discard')}
      </button>
    </div>
  )
}
