import { SORTS } from '../../server/contract/limits.ts'
import type { Sort, StatusFilter } from '../../server/contract/reads.ts'
import type { Texts } from '../i18n/texts.ts'
import { useEffect, useSignal } from '../signals/render.ts'
import { KINDS_WORDS } from '../thread/kinds-words.ts'
import { STATUS_WORDS } from '../thread/status.ts'
import { useWidget } from '../thread/widget.ts'
import { Chip } from '../ui/chip.tsx'
import { Icon } from '../ui/icon.tsx'
import { KindIcon } from '../ui/kind-icon.tsx'
import { SEARCH } from '../ui/more-icons.ts'
import { SearchField } from './search-field.tsx'

const SORT_WORDS = {
  recent: 'sort.recent',
  newest: 'sort.newest',
  top: 'sort.top',
  trending: 'sort.trending',
  unanswered: 'sort.unanswered',
} as const satisfies Record<Sort, keyof Texts>

const STANDINGS = ['answered', 'review', 'planned', 'progress', 'shipped', 'declined'] as const

/** What is listed, in which order. Everything takes effect at once and leaves the focus where it is. */
export const Toolbar = () => {
  const { conversation, formats, t, tools } = useWidget()
  const { home } = conversation
  const searching = useSignal(false)
  const { kinds } = conversation.site.value ?? { kinds: [] }
  const counts = conversation.counts.value
  const page = home.scope.value === 'page'
  const { query } = conversation.search
  const mine = query.value === ''
  const me = conversation.me.value
  useEffect(() => {
    const asked = query.peek()
    if (asked !== null) void conversation.find(asked)
  }, [home.kind.value, page])
  const labels = home.items.value.flatMap(item => item.row.value.labels)
  const label = home.label.value && (labels.find(({ id }) => id === home.label.value)?.name ?? '…')
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot scroll sideways */}
      <div class="chips" role="group" aria-label={t('list.filter')}>
        <Chip
          pressed={!home.kind.value && !mine}
          onPress={() => {
            if (mine) conversation.clearSearch()
            void home.only(null)
          }}
        >
          {t('filter.all')}
        </Chip>
        {kinds.map(kind => (
          <Chip
            key={kind}
            pressed={home.kind.value === kind}
            onPress={() => home.only(kind)}
            count={formats.number(counts[kind])}
          >
            <KindIcon kind={kind} />
            {t(KINDS_WORDS[kind])}
          </Chip>
        ))}
        {label && (
          <Chip pressed onPress={() => home.narrow({ label: null })}>
            {label}
          </Chip>
        )}
        {me && !tools.note && !searching.value && (
          <Chip pressed={mine} onPress={() => (mine ? conversation.clearSearch() : conversation.find(''))}>
            {t('filter.mine')}
          </Chip>
        )}
        <Chip pressed={page} onPress={() => home.look(page ? 'site' : 'page')}>
          {t('filter.page')}
        </Chip>
      </div>
      {searching.value ? (
        <SearchField
          onClose={() => {
            searching.value = false
          }}
        />
      ) : (
        <div class="tools">
          <select
            aria-label={t('list.sort')}
            value={home.sort.value}
            onChange={event => home.sortBy(event.currentTarget.value as Sort)}
          >
            {SORTS.map(sort => (
              <option key={sort} value={sort}>
                {t(SORT_WORDS[sort])}
              </option>
            ))}
          </select>
          <select
            aria-label={t('list.status')}
            value={home.status.value ?? ''}
            onChange={event => {
              const status = event.currentTarget.value
              void home.narrow({ status: status ? (status as StatusFilter) : null })
            }}
          >
            <option value="">{t('filter.status')}</option>
            {STANDINGS.map(status => (
              <option key={status} value={status}>
                {t(STATUS_WORDS[status])}
              </option>
            ))}
          </select>
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
