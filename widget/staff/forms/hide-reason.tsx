import { useRef } from 'preact/hooks'
import { REASON_MAX } from '../../../server/contract/limits.ts'
import { useSignal } from '../../signals/render.ts'
import { useTeam } from '../team.ts'
import { Presets } from './presets.tsx'
import { ReasonField } from './reason-field.tsx'

interface Props {
  onCancel: () => void
  /** Null, or the words for what went wrong. */
  onHide: (reason: string) => Promise<string | null>
}

/** Takes messages out of sight; what is said here stays in their place. */
export const HideReason = ({ onCancel, onHide }: Props) => {
  const { t } = useTeam()
  const reason = useSignal('')
  const error = useSignal<string | undefined>(undefined)
  const busy = useSignal(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const write = (words: string) => {
    reason.value = words
    error.value = undefined
  }
  const hide = async () => {
    if (busy.peek()) return
    const words = reason.peek().trim()
    busy.value = true
    const trouble = words ? await onHide(words) : t('s.reasonNeeded')
    busy.value = false
    if (trouble === null) return
    error.value = trouble
    field.current?.focus()
  }
  return (
    <form
      class="panel-form"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void hide()
      }}
    >
      <Presets
        onChoose={words => {
          write(words)
          field.current?.focus()
        }}
      />
      <ReasonField
        id="hide-reason"
        label={t('s.reasonLabel')}
        hint={t('s.hideWhy')}
        max={REASON_MAX}
        fieldRef={field}
        error={error.value}
        value={reason.value}
        onInput={write}
      />
      <div class="send">
        <button type="button" class="quiet" onClick={onCancel}>
          {t('s.cancel')}
        </button>
        <button type="submit" class="main" aria-disabled={busy.value}>
          {t('s.hide')}
        </button>
      </div>
    </form>
  )
}
