import type { ThreadView } from '../../server/contract/thread.ts'
import type { Item, ReplyItem } from '../model/types.ts'
import { useWidget } from '../thread/widget.ts'
import { Icon } from '../ui/icon.tsx'
import { SHIELD } from './icons.ts'
import { sayReasons } from './report-words.ts'
import { useTeam } from './team.ts'

/** A message that people have reported and everybody still sees: why, in their words, and the way to let it stand. */
export const ReportedNote = ({ item }: { item: Item<ThreadView> | ReplyItem }) => {
  const { act, t } = useTeam()
  const { focus } = useWidget()
  const row = item.row.value
  const reports = row.staff?.reports
  const id = item.id.value
  if (!reports || row.visibility !== 'public' || id === null) return null
  return (
    <div class="standing held">
      <p>
        <Icon d={SHIELD} />
        {t('mod.reported', { n: reports.count })}: {sayReasons(reports, t).join(' · ')}
        {reports.words.map(words => (
          <q class="report-words" dir="auto" key={words}>
            {words}
          </q>
        ))}
      </p>
      {item.can.value.includes('show') && (
        <button
          type="button"
          class="quiet"
          onClick={async () => {
            await act('message.show', { id })
            focus('kind' in row ? 'heading' : `reply-${item.key}`)
          }}
        >
          {t('mod.keep')}
        </button>
      )}
    </div>
  )
}
