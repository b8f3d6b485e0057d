import { KINDS_WORDS } from '../thread/kinds-words.ts'
import { Icon } from '../ui/icon.tsx'
import { CHECK } from '../ui/icons.ts'
import { useTeam } from './team.ts'

/** An empty list, which is the best of all unless one was looking for something. */
export const NothingWaits = () => {
  const { conversation, router, t } = useTeam()
  const { filter, view, narrow } = conversation.inbox
  const { kind, q, ...others } = filter.value
  const isNarrow = q !== undefined || Object.keys(others).length > 0
  const title = () => {
    if (q) return t('empty.query', { query: q })
    if (isNarrow) return t('s.noneFits')
    if (kind) return t('s.noneOfKind', { kind: t(KINDS_WORDS[kind]) })
    if (view.value === 'unanswered') return t('s.zero')
    return t(view.value === 'all' ? 's.none' : 's.noneHere')
  }
  return (
    <div class="zero">
      {!isNarrow && (
        <span class="zero-mark">
          <Icon d={CHECK} />
        </span>
      )}
      <p class="zero-title" dir="auto">
        {title()}
      </p>
      {isNarrow ? (
        <div class="zero-ways">
          {q && view.value !== 'all' && (
            <button type="button" class="quiet" onClick={() => router.go({ view: 'all' })}>
              {t('s.searchAll')}
            </button>
          )}
          <button type="button" class="quiet" onClick={() => void narrow({})}>
            {t('list.clear')}
          </button>
        </div>
      ) : (
        <p>{t('s.zeroBody')}</p>
      )}
    </div>
  )
}
