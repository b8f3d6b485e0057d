import type { ThreadItem } from '../model/types.ts'
import { useEffect } from '../signals/render.ts'
import type { Reading } from './widget.ts'
import { useWidget } from './widget.ts'

interface Props {
  /** The thread in sight. */
  item: ThreadItem
  /** The one they came from, when that had been merged. */
  from: ThreadItem | undefined
}

/** Takes the reader along when a thread is merged, and back when it stands for itself again; says which became of which. */
export const Moved = ({ item, from }: Props) => {
  const { conversation, open, reading, said, t, writing } = useWidget()
  const { merged } = item.row.value
  const parted = from && !from.row.value.merged
  const source = from?.id.value

  const go = (to: string, text: string, more: Partial<Reading>) => {
    open(to, null)
    reading.value = { thread: to, asked: null, ...more }
    said.value = { voice: 'polite', text }
  }
  const goBack = () => {
    if (source) go(source, t('thread.parted', { title: from.row.peek().title }), {})
  }
  useEffect(() => {
    if (!merged) return
    const [here, there] = [writing(item.id.peek() ?? ''), writing(merged.id)]
    // What was begun here is said there.
    if (!there.text.peek()) {
      there.text.value = here.text.peek()
      here.text.value = ''
      void conversation.writer().then(({ drafts }) => {
        drafts.set(merged.id, there.text.peek())
        drafts.clear(item.id.peek() ?? '')
      })
    }
    go(merged.id, t('thread.movedHere', { title: item.row.peek().title }), { from: item })
  }, [merged?.id])
  useEffect(() => {
    // Nobody is torn from a sentence.
    if (parted && !writing(item.id.peek() ?? '').text.peek()) goBack()
  }, [parted])

  if (merged) return <p class="closed">{t('thread.merged', { title: merged.title })}</p>
  if (!from) return null
  const title = from.row.value.title
  return (
    <p class="closed">
      {parted ? (
        <button type="button" class="link" onClick={goBack}>
          {t('thread.parted', { title })}
        </button>
      ) : (
        t('thread.movedHere', { title })
      )}
    </p>
  )
}
