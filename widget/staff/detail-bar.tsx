import type { ThreadItem } from '../model/types.ts'
import { pagePath } from '../thread/page-path.ts'
import { useWidget } from '../thread/widget.ts'
import { Icon } from '../ui/icon.tsx'
import { CHECK } from '../ui/icons.ts'
import { LOCK } from '../ui/more-icons.ts'
import { AssignSelect } from './assign-select.tsx'
import { useHint } from './hints.ts'
import { OUT } from './icons.ts'
import { Labels } from './labels.tsx'
import { movesNow } from './moves/moves.ts'
import { StatusMenu } from './status-menu.tsx'
import { useTeam } from './team.ts'

/** What one does with the thread as a whole. */
export const DetailBar = ({ item, thread }: { item: ThreadItem; thread: string }) => {
  const team = useTeam()
  const widget = useWidget()
  const hint = useHint()
  const { t, trouble } = team
  const { locked, page, pinned } = item.row.value
  const can = item.can.value
  return (
    <>
      <div class="detail-tools">
        {can.includes('status') && <StatusMenu item={item} />}
        {can.includes('assign') && <AssignSelect item={item} thread={thread} />}
        {can.includes('done') && (
          <button
            type="button"
            class="quiet-link done-it"
            aria-pressed={item.row.value.staff?.done ?? false}
            {...hint('done')}
            onClick={() =>
              movesNow({ team, widget })
                .find(({ move }) => move.name === 'done')
                ?.run()
            }
          >
            <Icon d={CHECK} />
            {t(item.row.value.staff?.done ? 's.reopen' : 's.doneIt')}
          </button>
        )}
        {pinned && <span class="tag">{t('s.pinned')}</span>}
        {locked && (
          <span class="tag">
            <Icon d={LOCK} />
            {t('s.locked')}
          </span>
        )}
        <Labels item={item} thread={thread} />
        <a
          class="quiet-link"
          href={`${page.url.split('#')[0]}#parla-${thread}-team`}
          target="_blank"
          rel="noopener"
          title={pagePath(page.url)}
        >
          <Icon d={OUT} />
          <span class="wide">{t('s.openPage')}</span>
        </a>
      </div>
      {trouble.value && <p class="error trouble">{trouble.value}</p>}
    </>
  )
}
