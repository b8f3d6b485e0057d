import { useEffect } from 'preact/hooks'
import { INBOX_SORTS, STATUSES } from '../../server/contract/limits.ts'
import type { InboxNarrowing } from '../model/staff-types.ts'
import { useKept, useSignal } from '../signals/render.ts'
import { STATUS_WORDS } from '../thread/status.ts'
import { Disclosure } from '../ui/disclosure.tsx'
import { Icon } from '../ui/icon.tsx'
import { SEARCH } from '../ui/more-icons.ts'
import { FILTER } from './icons.ts'
import { useTeam } from './team.ts'

/** Milliseconds without a key until it is looked for. */
const QUIET = 300

/** The same without what is empty. */
const tidy = (filter: { [K in keyof InboxNarrowing]?: string | undefined }) =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value)) as InboxNarrowing

const Choice = (props: {
  label: string
  value: string | undefined
  options: readonly (readonly [string, string])[]
  any: string
  onChoose: (value: string) => void
}) => (
  <label class="panel-choice">
    {props.label}
    <select value={props.value ?? ''} onChange={event => props.onChoose(event.currentTarget.value)}>
      <option value="">{props.any}</option>
      {props.options.map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  </label>
)

/** What each order is called. */
export const SORT_NAMES = {
  waiting: 'view.oldest',
  recent: 'view.recent',
  newest: 'sort.newest',
  votes: 'view.votes',
} as const satisfies Record<(typeof INBOX_SORTS)[number], string>

/** Reads the site's labels when somebody looks for them. */
const LoadLabels = () => {
  const { kept } = useTeam()
  useEffect(() => {
    // Those on screen are there without.
    void kept.loadLabels().catch(() => {})
  }, [])
  return null
}

/** Narrows the view: by words, and by what is known of a thread. */
export const InboxFilter = () => {
  const { conversation, dialog, kept, me, t } = useTeam()
  const { inbox } = conversation
  const filter = inbox.filter.value
  const words = useSignal(filter.q ?? '')
  const set = (change: { [K in keyof InboxNarrowing]?: string | undefined }) =>
    void inbox.narrow(tidy({ ...inbox.filter.peek(), ...change }))
  const typed = words.value.trim()
  /** What was looked for from here: as the filter it takes no letter that was typed since. */
  const asked = useKept(() => ({ q: filter.q ?? '' }))
  useEffect(() => {
    if (typed === (inbox.filter.peek().q ?? '')) return
    const timer = setTimeout(() => {
      asked.q = typed
      set({ q: typed })
    }, QUIET)
    return () => clearTimeout(timer)
  }, [typed])
  useEffect(() => {
    const q = filter.q ?? ''
    if (q === asked.q) return
    asked.q = q
    words.value = q
  }, [filter.q])

  const seen = inbox.items.value.flatMap(item => item.row.value.labels)
  const labels = new Map([...kept.labels.value, ...seen].map(({ id, name }) => [id, name] as const))
  const { q: _, kind: __, ...narrow } = filter
  const n = Object.keys(narrow).length
  return (
    <div class="inbox-filter">
      <search>
        <Icon d={SEARCH} />
        <input
          id="inbox-search"
          type="search"
          dir="auto"
          aria-label={t('s.search')}
          placeholder={t('s.search')}
          value={words.value}
          onInput={event => {
            words.value = event.currentTarget.value
          }}
        />
      </search>
      <Disclosure
        id="filter"
        class="filter-menu"
        opener={
          <>
            <Icon d={FILTER} />
            <span class="sr">{t('list.filter')}</span>
            {n > 0 && <span class="n">{n}</span>}
          </>
        }
      >
        {() => (
          <div class="filter-panel">
            <LoadLabels />
            <Choice
              label={t('s.statusIs')}
              any={t('s.any')}
              value={filter.status}
              options={STATUSES.map(one => [one, t(one === 'open' ? 'status.open' : STATUS_WORDS[one])])}
              onChoose={status => set({ status })}
            />
            <Choice
              label={t('s.assign')}
              any={t('s.anybody')}
              value={filter.assignee}
              options={[
                [me.id, t('s.you', { name: me.name })],
                ['nobody', t('s.unassigned')],
                ...inbox.team.value
                  .filter(({ id }) => id !== me.id)
                  .map(({ id, name }) => [id, name] as const),
              ]}
              onChoose={assignee => set({ assignee })}
            />
            <Choice
              label={t('s.label')}
              any={t('s.any')}
              value={filter.label}
              options={[...labels]}
              onChoose={label => set({ label })}
            />
            <Choice
              label={t('s.doneIs')}
              any={t('s.any')}
              value={filter.done}
              options={[
                ['no', t('s.notDone')],
                ['yes', t('s.isDone')],
              ]}
              onChoose={done => set({ done })}
            />
            <Choice
              label={t('views.order')}
              any={t('views.ownOrder')}
              value={filter.sort}
              options={INBOX_SORTS.map(sort => [sort, t(SORT_NAMES[sort])])}
              onChoose={sort => set({ sort })}
            />
            <button
              type="button"
              class="quiet"
              onClick={() => {
                dialog.value = { what: 'view', items: [] }
              }}
            >
              {t('views.save')}
            </button>
            {n > 0 && (
              <button type="button" class="quiet" onClick={() => set({ ...EMPTY })}>
                {t('list.clear')}
              </button>
            )}
          </div>
        )}
      </Disclosure>
    </div>
  )
}

const EMPTY = {
  sort: undefined,
  status: undefined,
  assignee: undefined,
  label: undefined,
  page: undefined,
  done: undefined,
}
