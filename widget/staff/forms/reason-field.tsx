import type { Ref } from 'preact'
import { useCrew } from '../team.ts'

interface Props {
  id: string
  label: string
  hint: string
  max: number
  optional?: boolean
  error?: string | undefined
  value: string
  onInput: (value: string) => void
  fieldRef: Ref<HTMLTextAreaElement>
}

/** Words that everybody will read. */
export const ReasonField = ({ id, label, hint, max, optional, error, value, onInput, fieldRef }: Props) => {
  const { t } = useCrew()
  return (
    <div class="field reason">
      <label for={id}>
        {label} {optional && <span class="optional">{t('s.optional')}</span>}
      </label>
      <textarea
        id={id}
        ref={fieldRef}
        rows={3}
        maxLength={max}
        dir="auto"
        value={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={`${id}-hint${error ? ` ${id}-error` : ''}`}
        onInput={event => onInput(event.currentTarget.value)}
      />
      {error && (
        <p class="error" id={`${id}-error`}>
          <span class="sr">{t('err.prefix')} </span>
          {error}
        </p>
      )}
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  )
}
