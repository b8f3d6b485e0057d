import { SEARCH_MAX } from '../../../server/contract/limits.ts'
import type { ThreadView } from '../../../server/contract/thread.ts'
import type { ThreadItem } from '../../model/types.ts'
import { useEffect, useRef, useSignal } from '../../signals/render.ts'
import { failureText } from '../../thread/failure-text.ts'
import { useWidget } from '../../thread/widget.ts'
import { Icon } from '../../ui/icon.tsx'
import { SEARCH } from '../../ui/more-icons.ts'
import { call } from '../moves/inverse.ts'
import { useTeam } from '../team.ts'
import { Candidate } from './candidate.tsx'
import styles from './merge.css?inline'
import { Preview } from './preview.tsx'
import { useCandidates } from './use-candidates.ts'

interface Props {
  item: ThreadItem
  onCancel: () => void
  onDone: () => void
}

/** Lets one thread lead to another: those like it are there at once, any other is found by its words. */
export const MergeForm = ({ item, onCancel, onDone }: Props) => {
  const team = useTeam()
  const widget = useWidget()
  const { t } = team
  const words = useSignal('')
  const chosen = useSignal<ThreadView | null>(null)
  const error = useSignal<string | null>(null)
  const busy = useSignal(false)
  const search = useRef<HTMLInputElement>()
  const found = useCandidates(item.row.value, words.value)
  const thread = item.id.value as string
  widget.adopt(styles)
  useEffect(() => search.current?.focus(), [])

  // What was chosen stays in sight while something else is looked for.
  const listed = found?.threads ?? []
  const kept = chosen.value && !listed.some(({ id }) => id === chosen.value?.id) ? [chosen.value] : []
  const merge = async () => {
    if (busy.peek()) return
    const into = chosen.peek()
    if (!into) {
      error.value = t('merge.choose')
      search.current?.focus()
      return
    }
    busy.value = true
    error.value = await team.change([call('thread.merge', { thread, into: into.id })], { quiet: true })
    busy.value = false
    if (error.peek() !== null) return
    onDone()
    // Whoever reads is led where everybody else is.
    if (team.router.place.peek().thread === thread) team.router.go({ thread: into.id })
  }
  const heading = found?.q ? t('list.results', { n: listed.length }) : t('merge.alike')
  const none = found?.q ? t('empty.query', { query: found.q }) : t('merge.noneAlike')
  return (
    <form
      class="panel-form merge-form"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void merge()
      }}
    >
      <search>
        <Icon d={SEARCH} />
        <input
          ref={search}
          type="search"
          dir="auto"
          maxLength={SEARCH_MAX}
          aria-label={t('merge.find')}
          placeholder={t('merge.search')}
          value={words.value}
          onInput={event => {
            words.value = event.currentTarget.value
          }}
        />
      </search>
      <fieldset class="merge-list" aria-busy={!found}>
        <legend>{listed.length ? heading : ''}</legend>
        {[...kept, ...listed].map(one => (
          <Candidate
            key={one.id}
            thread={one}
            chosen={chosen.value?.id === one.id}
            onChoose={() => {
              chosen.value = one
              error.value = null
            }}
          />
        ))}
        {found && !listed.length && (
          <p class="hint" role="status">
            {found.failure ? failureText(found.failure, widget) : none}
          </p>
        )}
      </fieldset>
      {chosen.value && <Preview thread={thread} into={chosen.value.id} />}
      <p class="hint">{t('merge.what')}</p>
      {error.value && (
        <p class="error" role="alert">
          {error.value}
        </p>
      )}
      <div class="send">
        <button type="button" class="quiet" onClick={onCancel}>
          {t('s.cancel')}
        </button>
        <button type="submit" class="main" aria-disabled={busy.value}>
          {t('merge.go')}
        </button>
      </div>
    </form>
  )
}
