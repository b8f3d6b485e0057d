import { useEffect, useRef } from '../../signals/render.ts'
import { useCrew } from '../team.ts'

interface Props {
  title: string
  text?: string | undefined
  onSend: () => void
  onClose: () => void
}

/** The last question before everybody reads it. Doing nothing does no harm. */
export const SendDialog = ({ title, text, onSend, onClose }: Props) => {
  const { t } = useCrew()
  const dialog = useRef<HTMLDialogElement>()
  const stay = useRef<HTMLButtonElement>()
  useEffect(() => {
    dialog.current?.showModal()
    stay.current?.focus()
  }, [])
  return (
    <dialog
      class="sheet form-dialog"
      ref={dialog}
      role="alertdialog"
      aria-labelledby="send-title"
      aria-describedby={text ? 'send-text' : undefined}
      onClose={onClose}
    >
      <h2 id="send-title" dir="auto">
        {title}
      </h2>
      {text && <p id="send-text">{text}</p>}
      <div class="send">
        <button
          type="button"
          class="quiet"
          onClick={() => {
            dialog.current?.close()
            onSend()
          }}
        >
          {t('s.sendAnyway')}
        </button>
        <button type="button" class="main" ref={stay} onClick={() => dialog.current?.close()}>
          {t('s.dontSend')}
        </button>
      </div>
    </dialog>
  )
}
