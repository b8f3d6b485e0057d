import { useEffect, useKept, useSignal } from '../signals/render.ts'
import { useChunk } from '../ui/use-chunk.ts'
import type { AnyItem, Standing } from './widget.ts'
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
  const upload = delivery?.upload
  const uploading = useChunk(() => import('./uploading.tsx'), upload !== undefined)
  if (!delivery) {
    const held = item.row.value.visibility === 'held' && item.own.value.author
    return held ? <p class="state">{t('send.held')}</p> : null
  }
  if (delivery.state === 'sending')
    return uploading && upload ? <uploading.Uploading {...upload} /> : <Sending text={t('send.pending')} />
  if (delivery.state === 'queued') return <p class="state">{t('send.queued')}</p>

  return trouble ? <trouble.Refused item={item} /> : <p class="state refused">{t('send.failed')}</p>
}

interface TombstoneProps {
  item: AnyItem
  id: string
  /** How the message stood there, asked for while it did; what is asked later does not count. */
  was: Standing
}

/** What stays in the place of a message that is gone: as high as that was, so that nothing moves. */
export const Tombstone = ({ item, id, was }: TombstoneProps) => {
  const keep = useKept(() => (stone: HTMLElement | null) => {
    if (!stone) return
    stone.style.minHeight = `${was.height}px`
    // Who had it before their eyes goes on from here.
    if (was.held) stone.focus({ preventScroll: true })
  })
  const instead = useChunk(() => import('./instead.ts'))?.instead
  return (
    <p class="tombstone" id={id} tabIndex={-1} ref={keep}>
      {instead && <instead.Removal item={item} />}
    </p>
  )
}
