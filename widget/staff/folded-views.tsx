import type { InboxView } from '../../server/contract/inbox.ts'
import { KINDS } from '../../server/contract/limits.ts'
import type { Kind } from '../../server/contract/site.ts'
import { KINDS_WORDS } from '../thread/kinds-words.ts'
import { savedViewNow, showSavedView } from './saved/views.ts'
import { useTeam } from './team.ts'
import { VIEWS } from './view-list.ts'

/** The views as two selects, where there is no room for their column. */
export const FoldedViews = () => {
  const team = useTeam()
  const { conversation, kept, router, t } = team
  const { inbox } = conversation
  const saved = savedViewNow(team)
  return (
    <div class="folded">
      <select
        aria-label={t('s.views')}
        value={saved?.id ?? inbox.view.value}
        onChange={event => {
          const chosen = event.currentTarget.value
          const view = kept.views.peek().find(({ id }) => id === chosen)
          if (view) return showSavedView(team, view)
          if (saved) void inbox.narrow({}, chosen as InboxView)
          router.go({ view: chosen as InboxView })
        }}
      >
        {VIEWS.map(view => (
          <option key={view} value={view}>
            {t(`view.${view}`)} {inbox.counts.value[view] ? `(${inbox.counts.value[view]})` : ''}
          </option>
        ))}
        {kept.views.value.length > 0 && (
          <optgroup label={t('views.saved')}>
            {kept.views.value.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </optgroup>
        )}
      </select>
      <select
        aria-label={t('s.kinds')}
        value={inbox.kind.value ?? ''}
        onChange={event =>
          void inbox.show(inbox.view.peek(), (event.currentTarget.value || null) as Kind | null)
        }
      >
        <option value="">{t('s.allKinds')}</option>
        {KINDS.map(kind => (
          <option key={kind} value={kind}>
            {t(KINDS_WORDS[kind])}
          </option>
        ))}
      </select>
    </div>
  )
}
