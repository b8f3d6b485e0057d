import type { ComponentChildren } from 'preact'
import { useSignal } from '../../signals/render.ts'
import { useCrew } from '../team.ts'

interface Props {
  /** What the button does, as a verb. */
  deed: string
  /** One thing at a time: while it runs the form cannot be sent again. */
  onSend: () => unknown
  onCancel: () => void
  /** Of a form that stands in the page and not in a dialog, which has a name and a key to leave it. */
  inline?: string
  look?: string
  children: ComponentChildren
}

/** A small form of the desk: its fields, the way out, and the deed. */
export const PanelForm = ({ deed, onSend, onCancel, inline, look = '', children }: Props) => {
  const { t } = useCrew()
  const busy = useSignal(false)
  const send = async () => {
    if (busy.peek()) return
    busy.value = true
    await onSend()
    busy.value = false
  }
  return (
    <form
      class={`${inline ? 'inline-form' : 'panel-form'} ${look}`}
      {...(inline && { 'aria-label': inline })}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void send()
      }}
      onKeyDown={event => {
        if (!inline || event.key !== 'Escape') return
        event.stopPropagation()
        onCancel()
      }}
    >
      {children}
      <div class="send">
        <button type="button" class="quiet" onClick={onCancel}>
          {t('s.cancel')}
        </button>
        <button type="submit" class="main" aria-disabled={busy.value}>
          {deed}
        </button>
      </div>
    </form>
  )
}
