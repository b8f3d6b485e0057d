import type { Sort, StatusFilter } from '../../server/contract/reads.ts'
import type { Texts } from '../i18n/texts.ts'
import { useEffect, useKept, useSignal } from '../signals/render.ts'
import { KINDS_WORDS } from '../thread/kinds-words.ts'
import { STATUS_WORDS } from '../thread/status.ts'
import { useWidget } from '../thread/widget.ts'
import { Chip } from '../ui/chip.tsx'
import { Icon } from '../ui/icon.tsx'
import { KindIcon } from '../ui/kind-icon.tsx'
import { SEARCH } from '../ui/more-icons.ts'
import { useChunk } from '../ui/use-chunk.ts'
import { SearchField } from './search-field.tsx'

const SORT_WORDS = {
  recent: 'sort.recent',
  newest: 'sort.newest',
  top: 'sort.top',
  trending: 'sort.trending',
  unanswered: 'sort.unanswered',
} as const satisfies Record<Sort, keyof Texts>

/** Milliseconds after an answer until its number is said: another may come. */
const QUIET = 500

/** What is listed, in which order. Everything takes effect at once and leaves the focus where it is. */
export const Toolbar = () => {
  const { conversation, formats, said, t, tools } = useWidget()
  const { home, search } = conversation
  const searching = useSignal(false)
  const { kinds } = conversation.site.value ?? { kinds: [] }
  const counts = conversation.counts.value
  const choice = home.choice.value
  const { kind: only, status } = choice
  const page = choice.scope === 'page'
  const { query } = search
  const mine = query.value === ''
  const me = conversation.me.value
  const posted = home.items.value.filter(item => item.justPosted.value).length
  useEffect(() => {
    const asked = query.peek()
    if (asked !== null) void conversation.find(asked)
  }, [choice, posted])

  const list = query.value === null ? home : search
  const shown = list.shown.value
  const first = useKept(() => shown)
  const results = t('list.results', { n: list.total.value })
  const found = !list.busy.value && !list.failure.value && results
  useEffect(() => {
    if (!shown || shown === first) return
    const waits = setTimeout(() => {
      said.value = { voice: 'polite', text: results }
    }, QUIET)
    return () => clearTimeout(waits)
  }, [shown])

  const narrowed = useChunk(() => import('./narrowed.tsx'), Boolean(choice.label || status))
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot scroll sideways */}
      <div class="chips" role="group" aria-label={t('list.filter')}>
        <Chip
          id="all"
          pressed={!only && !mine}
          onPress={() => {
            if (mine) conversation.clearSearch()
            void home.choose({ kind: null })
          }}
        >
          {t('filter.all')}
        </Chip>
        {kinds.map(kind => (
          <Chip
            key={kind}
            pressed={only === kind}
            onPress={() => home.choose({ kind })}
            count={formats.number(counts[kind])}
          >
            <KindIcon kind={kind} />
            {t(KINDS_WORDS[kind])}
          </Chip>
        ))}
        {narrowed && <narrowed.Narrowed />}
        {me && !tools.note && !searching.value && (
          <Chip pressed={mine} onPress={() => (mine ? conversation.clearSearch() : conversation.find(''))}>
            {t('filter.mine')}
          </Chip>
        )}
        <Chip pressed={page} onPress={() => home.choose({ scope: page ? 'site' : 'page' })}>
          {t('filter.page')}
        </Chip>
      </div>
      {searching.value ? (
        <SearchField
          found={list === search && found}
          onClose={() => {
            searching.value = false
          }}
        />
      ) : (
        <div class="tools">
          {mine ? (
            <p class="results">{found}</p>
          ) : (
            <>
              <span class="hint" aria-hidden="true">
                {t('list.sort')}
              </span>
              <select
                aria-label={t('list.sort')}
                value={choice.sort}
                onChange={event => home.choose({ sort: event.currentTarget.value as Sort })}
              >
                {Object.entries(SORT_WORDS).map(([sort, words]) => (
                  <option key={sort} value={sort}>
                    {t(words)}
                  </option>
                ))}
              </select>
              <select
                aria-label={t('list.status')}
                value={status ?? ''}
                onChange={event => {
                  const { value } = event.currentTarget
                  void home.choose({ status: value ? (value as StatusFilter) : null })
                }}
              >
                <option value="">{t('filter.status')}</option>
                {Object.entries(STATUS_WORDS).map(([status, words]) => (
                  <option key={status} value={status}>
                    {t(words)}
                  </option>
                ))}
              </select>
            </>
          )}
          <button
            type="button"
            class="quiet"
            id="search"
            aria-label={t('list.search')}
            onClick={() => {
              searching.value = true
            }}
          >
            <Icon d={SEARCH} />
            <span>{t('list.search')}</span>
          </button>
        </div>
      )}
    </>
  )
}
