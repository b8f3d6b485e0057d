import type { ThreadItem } from '../../model/types.ts'
import { pagePath } from '../../thread/page-path.ts'
import { useWidget } from '../../thread/widget.ts'
import { useTeam } from '../team.ts'

const nameOf = (key: string) => (URL.canParse(key) ? pagePath(key) : key)

/** Where else a thread stands, and the ways to change that. */
export const AnnouncedNote = ({ item }: { item: ThreadItem }) => {
  const { act, dialog, t } = useTeam()
  const { focus } = useWidget()
  const { announced } = item.row.value
  const thread = item.id.value
  if (!announced || thread === null) return null
  return (
    <div class="standing">
      <p>
        {announced.length ? t('ask.onPages', { pages: announced.map(nameOf).join(' · ') }) : t('ask.onAll')}
      </p>
      {item.can.value.includes('announce') && (
        <>
          <button
            type="button"
            class="quiet"
            onClick={() => {
              dialog.value = { what: 'announce', items: [item] }
            }}
          >
            {t('ask.change')}
          </button>
          <button
            type="button"
            class="quiet"
            onClick={async () => {
              await act('thread.announce', { thread, announce: null })
              focus('heading')
            }}
          >
            {t('ask.stop')}
          </button>
        </>
      )}
    </div>
  )
}
