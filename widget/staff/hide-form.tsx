import { useEffect, useRef } from 'preact/hooks'
import { REASON_MAX } from '../../server/contract/limits.ts'
import { useSignal } from '../signals/render.ts'
import { Presets } from './forms/presets.tsx'
import { ReasonField } from './forms/reason-field.tsx'
import { call } from './moves/inverse.ts'
import { useTeam } from './team.ts'

interface Props {
  /** Id of the message. */
  message: string
  onDone: (hidden: boolean) => void
}

/** Takes a message out of sight; what is said here stays in its place. */
export const HideForm = ({ message, onDone }: Props) => {
  const { change, t } = useTeam()
  const reason = useSignal('')
  const error = useSignal<string | undefined>(undefined)
  const busy = useSignal(false)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    field.current?.focus({ preventScroll: true })
    field.current?.form?.scrollIntoView({ block: 'nearest' })
  }, [])

  const hide = async () => {
    if (busy.peek()) return
    const words = reason.peek().trim()
    busy.value = true
    const trouble = words
      ? await change([call('message.hide', { id: message, reason: words })], { quiet: true })
      : t('s.reasonNeeded')
    busy.value = false
    if (trouble === null) return onDone(true)
    error.value = trouble
    field.current?.focus()
  }

  return (
    <form
      class="inline-form"
      aria-label={t('s.hideTitle')}
      onSubmit={event => {
        event.preventDefault()
        void hide()
      }}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onDone(false)
      }}
    >
      <Presets
        onChoose={words => {
          reason.value = words
          error.value = undefined
        }}
      />
      <ReasonField
        id={`hide-${message}`}
        label={t('s.reasonLabel')}
        hint={t('s.hideWhy')}
        max={REASON_MAX}
        fieldRef={field}
        error={error.value}
        value={reason.value}
        onInput={value => {
          reason.value = value
          error.value = undefined
        }}
      />
      <div class="send">
        <button type="button" class="quiet" onClick={() => onDone(false)}>
          {t('s.cancel')}
        </button>
        <button type="submit" class="main" aria-disabled={busy.value}>
          {t('s.hide')}
        </button>
      </div>
    </form>
  )
}
