import { REASON_MAX } from '../../../server/contract/limits.ts'
import { useEffect, useRef, useSignal } from '../../signals/render.ts'
import { useCrew } from '../team.ts'
import { PanelForm } from './panel-form.tsx'
import { Presets } from './presets.tsx'
import { ReasonField } from './reason-field.tsx'

interface Props {
  onCancel: () => void
  /** Null, or the words for what went wrong. */
  onHide: (reason: string) => Promise<string | null>
  /** Stands at the message itself. */
  inline?: boolean
}

/** Takes messages out of sight; what is said here stays in their place. */
export const HideForm = ({ onCancel, onHide, inline }: Props) => {
  const { t } = useCrew()
  const reason = useSignal('')
  const error = useSignal<string | undefined>(undefined)
  const field = useRef<HTMLTextAreaElement>()
  useEffect(() => {
    if (!inline) return
    field.current?.focus({ preventScroll: true })
    field.current?.form?.scrollIntoView({ block: 'nearest' })
  }, [])
  const write = (words: string) => {
    reason.value = words
    error.value = undefined
  }
  const hide = async () => {
    const words = reason.peek().trim()
    const trouble = words ? await onHide(words) : t('s.reasonNeeded')
    if (trouble === null) return
    error.value = trouble
    field.current?.focus()
  }
  return (
    <PanelForm
      {...(inline && { inline: t('s.hideTitle') })}
      deed={t('s.hide')}
      onSend={hide}
      onCancel={onCancel}
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
    </PanelForm>
  )
}
