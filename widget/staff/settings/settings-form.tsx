import type { ComponentChildren } from 'preact'
import { useTeam } from '../team.ts'
import { Saved } from './saved.tsx'

interface Props {
  /** What its button does, as a verb; null for whoever may only look. */
  deed: string | null
  busy: boolean
  outcome: { good: boolean; text: string } | null
  onSend: () => void
  /** Of a form that can be put away, by its button and by Escape. */
  onCancel?: () => void
  look?: string
  children: ComponentChildren
}

/** A form of the settings: its fields, the deed, and what became of it. */
export const SettingsForm = ({ deed, busy, outcome, onSend, onCancel, look = '', children }: Props) => {
  const { t } = useTeam()
  return (
    <form
      class={`settings-form ${look}`}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        onSend()
      }}
      onKeyDown={event => {
        if (event.key === 'Escape') onCancel?.()
      }}
    >
      {children}
      {deed && (
        <p class="settings-foot">
          <button type="submit" class="main" aria-disabled={busy}>
            {deed}
          </button>
          {onCancel && (
            <button type="button" class="quiet" onClick={onCancel}>
              {t('s.cancel')}
            </button>
          )}
          <Saved outcome={outcome} />
        </p>
      )}
    </form>
  )
}
