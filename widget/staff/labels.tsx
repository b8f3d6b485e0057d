import { LABEL_MAX, LABELS_PER_THREAD } from '../../server/contract/limits.ts'
import type { ThreadItem } from '../model/types.ts'
import { useSignal } from '../signals/render.ts'
import { useWidget } from '../thread/widget.ts'
import { Icon } from '../ui/icon.tsx'
import { CLOSE } from '../ui/more-icons.ts'
import { PLUS } from './icons.ts'
import { useTeam } from './team.ts'

/** What the team calls a thread, to find it again. */
export const Labels = ({ item, thread }: { item: ThreadItem; thread: string }) => {
  const { act, conversation, run, t } = useTeam()
  const { focus } = useWidget()
  const adding = useSignal(false)
  const name = useSignal('')
  const error = useSignal<string | null>(null)
  const { labels } = item.row.value
  const mayChange = item.can.value.includes('label')
  const seen = new Set(
    conversation.inbox.items.value.flatMap(other => other.row.value.labels.map(l => l.name)),
  )

  const close = () => {
    adding.value = false
    name.value = ''
    error.value = null
    focus('add-label')
  }
  const add = async () => {
    const label = name.peek().trim()
    if (!label) return close()
    if (labels.length >= LABELS_PER_THREAD) {
      error.value = t('s.labelsFull', { n: LABELS_PER_THREAD })
      return
    }
    error.value = await run('thread.label', { thread, label, on: true })
    if (error.peek() === null) close()
  }
  if (!mayChange && labels.length === 0) return null
  return (
    <div class="labels">
      <ul aria-label={t('s.labels')}>
        {labels.map(label => (
          <li class="label-chip" key={label.id}>
            <span dir="auto">{label.name}</span>
            {mayChange && (
              <button
                type="button"
                aria-label={t('s.removeLabel', { name: label.name })}
                onClick={() => {
                  void act('thread.label', { thread, label: label.name, on: false })
                  focus('add-label')
                }}
              >
                <Icon d={CLOSE} />
              </button>
            )}
          </li>
        ))}
      </ul>
      {mayChange && !adding.value && (
        <button
          type="button"
          class="add-label"
          id="add-label"
          onClick={() => {
            adding.value = true
            focus('label')
          }}
        >
          <Icon d={PLUS} />
          {t('s.addLabel')}
        </button>
      )}
      {adding.value && (
        <form
          onSubmit={event => {
            event.preventDefault()
            void add()
          }}
          onKeyDown={event => {
            if (event.key !== 'Escape') return
            event.stopPropagation()
            close()
          }}
        >
          <input
            id="label"
            list="known-labels"
            dir="auto"
            maxLength={LABEL_MAX}
            aria-label={t('s.label')}
            aria-invalid={error.value ? true : undefined}
            placeholder={t('s.label')}
            value={name.value}
            onInput={event => {
              name.value = event.currentTarget.value
            }}
            onBlur={() => {
              if (!name.peek().trim()) adding.value = false
            }}
          />
          <datalist id="known-labels">
            {[...seen].map(known => (
              <option key={known} value={known} />
            ))}
          </datalist>
          {error.value && (
            <span class="error" role="alert">
              {error.value}
            </span>
          )}
        </form>
      )}
    </div>
  )
}
