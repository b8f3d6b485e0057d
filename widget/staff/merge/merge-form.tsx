import { SEARCH_MAX } from '../../../server/contract/limits.ts'
import type { ThreadView } from '../../../server/contract/thread.ts'
import type { ThreadItem } from '../../model/types.ts'
import { useSignal } from '../../signals/render.ts'
import { failureText } from '../../thread/failure-text.ts'
import { useWidget } from '../../thread/widget.ts'
import { Icon } from '../../ui/icon.tsx'
import { SEARCH } from '../../ui/more-icons.ts'
import { PanelForm } from '../forms/panel-form.tsx'
import { idsOf } from '../moves/hand.ts'
import { call } from '../moves/inverse.ts'
import { useTeam } from '../team.ts'
import { useFirstFocus } from '../use-first-focus.ts'
import { Candidate } from './candidate.tsx'
import styles from './merge.css?inline'
import { Preview } from './preview.tsx'
import { useCandidates } from './use-candidates.ts'

interface Props {
  items: readonly ThreadItem[]
  onCancel: () => void
  onDone: () => void
}

/**
 * Lets one thread lead to another, or several to one of them: those like it, or they themselves, are there at once, any
 * other is found by its words.
 */
export const MergeForm = ({ items, onCancel, onDone }: Props) => {
  const team = useTeam()
  const widget = useWidget()
  const { t } = team
  const words = useSignal('')
  const chosen = useSignal<ThreadView | null>(null)
  const error = useSignal<string | null>(null)
  const found = useCandidates(
    items.map(item => item.row.value),
    words.value,
  )
  const sources = idsOf(items).filter(id => id !== chosen.value?.id)
  widget.adopt(styles)
  useFirstFocus('merge-search')

  // What was chosen stays in sight while something else is looked for.
  const listed = found?.threads ?? []
  const kept = chosen.value && !listed.some(({ id }) => id === chosen.value?.id) ? [chosen.value] : []
  const merge = async () => {
    const into = chosen.peek()
    if (!into) {
      error.value = t('merge.choose')
      document.getElementById('merge-search')?.focus()
      return
    }
    const calls = sources.map(thread => call('thread.merge', { thread, into: into.id }))
    error.value = await team.change(calls, { quiet: true })
    if (error.peek() !== null) return
    onDone()
    // Whoever reads is led where everybody else is.
    if (sources.includes(team.router.place.peek().thread ?? '')) team.router.go({ thread: into.id })
  }
  const unasked = t(items.length > 1 ? 'merge.which' : 'merge.alike')
  const heading = found?.q ? t('list.results', { n: listed.length }) : unasked
  const none = found?.q ? t('empty.query', { query: found.q }) : t('merge.noneAlike')
  return (
    <PanelForm look="merge-form" deed={t('merge.go')} onSend={merge} onCancel={onCancel}>
      <search>
        <Icon d={SEARCH} />
        <input
          id="merge-search"
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
      {chosen.value && <Preview key={sources.join()} threads={sources} into={chosen.value.id} />}
      <p class="hint">{t('merge.what')}</p>
      {error.value && (
        <p class="error" role="alert">
          {error.value}
        </p>
      )}
    </PanelForm>
  )
}
