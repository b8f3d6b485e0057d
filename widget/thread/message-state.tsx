import { useEffect, useKept, useSignal } from '../signals/render.ts'
import { useChunk } from '../ui/use-chunk.ts'
import type { AnyItem } from './widget.ts'
import { useWidget } from './widget.ts'

/** Anything quicker needs no words. */
const WORTH_SAYING = 400

const Sending = ({ text }: { text: string }) => {
  const slow = useSignal(false)
  useEffect(() => {
    const timer = setTimeout(() => {
      slow.value = true
    }, WORTH_SAYING)
    return () => clearTimeout(timer)
  }, [])
  return slow.value ? <p class="state">{text}</p> : null
}

/** A message's way to the server, as long as it is not simply there. */
export const MessageState = ({ item }: { item: AnyItem }) => {
  const { t } = useWidget()
  const delivery = item.delivery.value
  const trouble = useChunk(() => import('./trouble.ts'), delivery?.state === 'failed')?.trouble
  if (!delivery) {
    const held = item.row.value.visibility === 'held' && item.own.value.author
    return held ? <p class="state">{t('send.held')}</p> : null
  }
  if (delivery.state === 'sending') return <Sending text={t('send.pending')} />
  if (delivery.state === 'queued') return <p class="state">{t('send.queued')}</p>

  return trouble ? <trouble.Refused item={item} /> : <p class="state refused">{t('send.failed')}</p>
}

/** What stays in the place of a message that is gone. Its author may still bring it back. */
export const Tombstone = ({ item, id }: { item: AnyItem; id: string }) => {
  const { conversation, brand, focus, t } = useWidget()
  const { removal } = item.row.value
  const mine = item.own.value.author && removal?.by === 'author'
  const text = () => {
    if (mine) return t('action.deleted')
    if (removal?.by === 'author') return t('thread.deleted')
    const { reason } = removal ?? {}
    return reason
      ? t('thread.removed', { brand: brand.value, reason })
      : t('thread.removedPlain', { brand: brand.value })
  }
  const wish = useKept(() => ({ back: false }))
  // The message comes back when the server has it back.
  useEffect(() => () => void (wish.back && focus(`menu-${item.key}`)), [])
  const undo = () => {
    wish.back = true
    conversation.restore(item).catch(() => {})
  }
  return (
    <p class="tombstone" id={id} tabIndex={-1}>
      {text()}
      {mine && (
        <button type="button" class="link" id={`undo-${item.key}`} onClick={undo}>
          {t('action.undo')}
        </button>
      )}
    </p>
  )
}

/** On the card of a thread that now stands in another one. */
export const Merged = ({ into: { id, title } }: { into: { id: string; title: string } }) => {
  const { open, t } = useWidget()
  return (
    <button type="button" class="link" onClick={() => open(id)}>
      {t('thread.merged', { title })}
    </button>
  )
}
