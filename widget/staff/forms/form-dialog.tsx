import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { Icon } from '../../ui/icon.tsx'
import { CLOSE } from '../../ui/more-icons.ts'
import { useTeam } from '../team.ts'

interface Props {
  title: string
  /** What it is about. */
  about?: string | undefined
  onClose: () => void
  children: (close: () => void) => ComponentChildren
}

/** A form over the desk; the focus returns to where it was. */
export const FormDialog = ({ title, about, onClose, children }: Props) => {
  const { t } = useTeam()
  const dialog = useRef<HTMLDialogElement>(null)
  // At once: what is typed next belongs here.
  useLayoutEffect(() => {
    dialog.current?.showModal()
    dialog.current?.querySelector<HTMLElement>('input:checked, textarea, input')?.focus()
  }, [])
  return (
    <dialog class="sheet form-dialog" ref={dialog} aria-labelledby="form-title" onClose={onClose}>
      <div class="sheet-head">
        <h2 id="form-title">{title}</h2>
        <button
          type="button"
          class="bare"
          aria-label={t('keys.close')}
          onClick={() => dialog.current?.close()}
        >
          <Icon d={CLOSE} />
        </button>
      </div>
      {about && (
        <p class="form-about" dir="auto">
          {about}
        </p>
      )}
      {children(() => dialog.current?.close())}
    </dialog>
  )
}
