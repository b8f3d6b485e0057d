import { useEffect, useSignal } from '../../signals/render.ts'
import { DrawnPicture } from '../../thread/drawn-picture.tsx'
import { useWidget } from '../../thread/widget.ts'
import { useCrew } from '../team.ts'
import type { Outgoing } from './outgoing.ts'

/** A reply in its last seconds here. */
export const SendingNote = ({ reply, keys }: { reply: Outgoing; keys: boolean }) => {
  const { takeBackReply, t } = useCrew()
  const { formats } = useWidget()
  const now = useSignal(Date.now())
  useEffect(() => {
    const clock = setInterval(() => {
      now.value = Date.now()
    }, 500)
    return () => clearInterval(clock)
  }, [])
  const seconds = Math.max(1, Math.ceil((reply.until - now.value) / 1000))
  return (
    <div class="sending-note">
      <p class="sending-text" dir="auto">
        {reply.body}
      </p>
      {reply.pictures?.map((made, at) => (
        <DrawnPicture
          key={at}
          load={async () => new Blob([made.bytes])}
          {...made}
          of={reply.key}
          side={40}
          label={made.alt}
        />
      ))}
      <span class="sending-when">{t('s.sendingIn', { duration: formats.duration(seconds) })}</span>
      <button type="button" class="quiet" onClick={takeBackReply}>
        {t('s.undoSend')} {keys && <kbd>Z</kbd>}
      </button>
    </div>
  )
}
