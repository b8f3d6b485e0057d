import { useEffect, useRef } from 'preact/hooks'
import { TITLE_MAX } from '../../server/contract/limits.ts'
import { useSignal } from '../signals/render.ts'
import { Field } from '../ui/field.tsx'
import { PanelForm } from './forms/panel-form.tsx'
import { call } from './moves/inverse.ts'
import { useTeam } from './team.ts'

interface Props {
  thread: string
  title: string
  onDone: () => void
}

export const RetitleForm = ({ thread, title, onDone }: Props) => {
  const { change, t } = useTeam()
  const value = useSignal(title)
  const error = useSignal<string | undefined>(undefined)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    field.current?.select()
    field.current?.form?.scrollIntoView({ block: 'nearest' })
  }, [])

  const save = async () => {
    const words = value.peek().trim()
    if (words === title) return onDone()
    const trouble = words
      ? await change([call('thread.retitle', { thread, title: words })], { quiet: true })
      : t('s.titleEmpty')
    if (trouble === null) return onDone()
    error.value = trouble
    field.current?.focus()
  }

  return (
    <PanelForm inline={t('s.retitle')} deed={t('s.save')} onSend={save} onCancel={onDone}>
      <Field
        id="retitle"
        label={t('s.title')}
        maxlength={TITLE_MAX}
        errorPrefix={t('err.prefix')}
        error={error.value}
        inputRef={field}
        value={value.value}
        onInput={next => {
          value.value = next
          error.value = undefined
        }}
      />
    </PanelForm>
  )
}
