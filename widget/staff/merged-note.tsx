import type { ThreadItem } from '../model/types.ts'
import { useWidget } from '../thread/widget.ts'
import { useTeam } from './team.ts'

/** A thread that leads to another: where, and the way to part them again. */
export const MergedNote = ({ item }: { item: ThreadItem }) => {
  const { act, router, t } = useTeam()
  const { focus } = useWidget()
  const { merged } = item.row.value
  const thread = item.id.value
  if (!merged || thread === null) return null
  return (
    <div class="standing">
      <p>
        <a
          href={router.href({ thread: merged.id })}
          dir="auto"
          onClick={event => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return
            event.preventDefault()
            router.go({ thread: merged.id })
          }}
        >
          {t('s.mergedInto', { title: merged.title })}
        </a>
      </p>
      {item.can.value.includes('unmerge') && (
        <button
          type="button"
          class="quiet"
          onClick={async () => {
            await act('thread.unmerge', { thread })
            focus('heading')
          }}
        >
          {t('s.unmerge')}
        </button>
      )}
    </div>
  )
}
