import { useEffect, useKept, useRef } from '../signals/render.ts'
import styles from '../styles/instead.css?inline'
import type { AnyItem } from './widget.ts'
import { useWidget } from './widget.ts'

/** Why a message is gone. Its author may still bring it back. */
export const Removal = ({ item }: { item: AnyItem }) => {
  const { adopt, conversation, brand, focus, t } = useWidget()
  adopt(styles)
  const words = useRef<HTMLElement>()
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
  useEffect(() => {
    const stone = words.current?.parentElement
    if (!stone) return
    // It keeps the message's height as long as that would move what somebody reads: below the screen it moves nothing.
    const observer = new IntersectionObserver(([seen]) => {
      if (seen && seen.boundingClientRect.top > innerHeight) stone.style.minHeight = ''
    })
    observer.observe(stone)
    return () => observer.disconnect()
  }, [])
  const undo = () => {
    const id = item.id.peek()
    wish.back = true
    if (id) void conversation.keep('message.restore', { id })
  }
  return (
    <>
      <span ref={words}>{text()}</span>
      {mine && (
        <button type="button" class="link" id={`undo-${item.key}`} onClick={undo}>
          {t('action.undo')}
        </button>
      )}
    </>
  )
}
