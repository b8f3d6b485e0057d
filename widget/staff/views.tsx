import { KINDS } from '../../server/contract/limits.ts'
import { KINDS_WORDS } from '../thread/kinds-words.ts'
import { KindIcon } from '../ui/kind-icon.tsx'
import { savedViewNow } from './saved/views.ts'
import { SavedViewList } from './saved-views.tsx'
import { useTeam } from './team.ts'
import { VIEWS } from './view-list.ts'

/** What the list can show; with less room it folds into the list's own head. */
export const Views = () => {
  const team = useTeam()
  const { conversation, router, t } = team
  const { inbox } = conversation
  const kind = inbox.kind.value
  const saved = savedViewNow(team)
  return (
    <nav class="views" aria-label={t('s.views')}>
      <h2>{t('s.inbox')}</h2>
      <ul>
        {VIEWS.map(view => (
          <li key={view}>
            <a
              href={router.href({ view, thread: null })}
              aria-current={!saved && inbox.view.value === view ? 'page' : undefined}
              onClick={event => {
                event.preventDefault()
                // Out of a saved view into the plain one.
                if (saved) void inbox.narrow({}, view)
                router.go({ view })
              }}
            >
              {t(`view.${view}`)}
              <span class="n">{inbox.counts.value[view] || ''}</span>
            </a>
          </li>
        ))}
      </ul>
      <SavedViewList />
      <h3>{t('s.kinds')}</h3>
      <ul>
        {KINDS.map(one => (
          <li key={one}>
            <button
              type="button"
              class={`view-kind ${one}`}
              aria-pressed={kind === one}
              onClick={() => void inbox.show(inbox.view.peek(), kind === one ? null : one)}
            >
              <span class="kind">
                <KindIcon kind={one} />
              </span>
              {t(KINDS_WORDS[one])}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
