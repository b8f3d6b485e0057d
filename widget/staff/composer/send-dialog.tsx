import { useEffect, useKept, useRef } from '../../signals/render.ts'
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
  const asked = useKept(() => ({ isOver: false }))
  /** The browser tells of a closing a frame later: by then they may have been asked anew. */
  const end = () => {
    if (!asked.isOver) onClose()
    asked.isOver = true
  }
  const close = () => {
    dialog.current?.close()
    end()
  }
  return (
    <dialog
      class="sheet form-dialog"
      ref={dialog}
      role="alertdialog"
      aria-labelledby="send-title"
      aria-describedby={text ? 'send-text' : undefined}
      onClose={end}
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
            close()
            onSend()
          }}
        >
          {t('s.sendAnyway')}
        </button>
        <button type="button" class="main" ref={stay} onClick={close}>
          {t('s.dontSend')}
        </button>
      </div>
    </dialog>
  )
}
