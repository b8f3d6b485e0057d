import { BUBBLE } from '../ui/bubble.ts'
import { Icon } from '../ui/icon.tsx'
import { CLOSE } from '../ui/more-icons.ts'
import { PLUS } from './icons.ts'
import { dropSavedView, savedViewNow, showSavedView } from './saved/views.ts'
import { useTeam } from './team.ts'

/** Views that somebody named, below those that everybody has. */
export const SavedViewList = () => {
  const team = useTeam()
  const { dialog, kept, me, router, t } = team
  const now = savedViewNow(team)
  const views = kept.views.value
  return (
    <>
      {views.length > 0 && (
        <>
          <h3>{t('views.saved')}</h3>
          <ul>
            {views.map(view => (
              <li key={view.id} class="saved-view">
                <a
                  href={router.href({ view: view.view, thread: null })}
                  aria-current={now === view ? 'page' : undefined}
                  onClick={event => {
                    event.preventDefault()
                    showSavedView(team, view)
                  }}
                >
                  <bdi>{view.name}</bdi>
                </a>
                <button
                  type="button"
                  class="drop-view"
                  aria-label={t('views.drop', { name: view.name })}
                  onClick={() => void dropSavedView(team, view)}
                >
                  <Icon d={CLOSE} />
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {me.role !== 'viewer' && me.role !== 'moderator' && (
        <button
          type="button"
          class="save-view"
          onClick={() => {
            dialog.value = { what: 'ask', items: [] }
          }}
        >
          <Icon d={BUBBLE} />
          {t('ask.open')}
        </button>
      )}
      <button
        type="button"
        class="save-view"
        onClick={() => {
          dialog.value = { what: 'view', items: [] }
        }}
      >
        <Icon d={PLUS} />
        {t('views.save')}
      </button>
    </>
  )
}
