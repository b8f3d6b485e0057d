import { useEffect, useRef } from 'preact/hooks'
import { TITLE_MAX } from '../../server/contract/limits.ts'
import { useSignal } from '../signals/render.ts'
import { Field } from '../ui/field.tsx'
import { useTeam } from './team.ts'

interface Props {
  thread: string
  title: string
  onDone: () => void
}

export const RetitleForm = ({ thread, title, onDone }: Props) => {
  const { run, t } = useTeam()
  const value = useSignal(title)
  const error = useSignal<string | undefined>(undefined)
  const busy = useSignal(false)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    field.current?.select()
    field.current?.form?.scrollIntoView({ block: 'nearest' })
  }, [])

  const save = async () => {
    if (busy.peek()) return
    const words = value.peek().trim()
    if (words === title) return onDone()
    busy.value = true
    const trouble = words ? await run('thread.retitle', { thread, title: words }) : t('s.titleEmpty')
    busy.value = false
    if (trouble === null) return onDone()
    error.value = trouble
    field.current?.focus()
  }

  return (
    <form
      class="inline-form retitle"
      aria-label={t('s.retitle')}
      onSubmit={event => {
        event.preventDefault()
        void save()
      }}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onDone()
      }}
    >
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
      <div class="send">
        <button type="button" class="quiet" onClick={onDone}>
          {t('s.cancel')}
        </button>
        <button type="submit" class="main" aria-disabled={busy.value}>
          {t('s.save')}
        </button>
      </div>
    </form>
  )
}
