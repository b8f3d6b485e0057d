import { useRef } from 'preact/hooks'
import type { OpenedThread } from '../model/types.ts'
import { Opened } from '../thread/opened.tsx'
import { useWidget } from '../thread/widget.ts'
import { BUBBLE } from '../ui/bubble.ts'
import { Icon } from '../ui/icon.tsx'
import { BACK } from '../ui/more-icons.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { StaffComposer } from './composer/staff-composer.tsx'
import { DetailBar } from './detail-bar.tsx'
import { useTeam } from './team.ts'
import { UndoBar } from './undo-bar.tsx'
import { useFollowEnd } from './use-follow-end.ts'

const ReadingPane = ({ opened }: { opened: OpenedThread | null }) => {
  const { t } = useTeam()
  const pane = useRef<HTMLDivElement>(null)
  useFollowEnd(pane, opened?.replies.value.length ?? 0)
  return (
    <div class="detail-scroll" ref={pane}>
      {opened ? (
        <Opened opened={opened} Composer={StaffComposer} />
      ) : (
        <Skeleton label={t('thread.loading')} />
      )}
    </div>
  )
}

/** The thread beside the list; or what stands there until one is chosen. */
export const Detail = () => {
  const { conversation, router, t } = useTeam()
  const { back } = useWidget()
  const thread = router.place.value.thread
  const opened = conversation.opened.value
  if (!thread) {
    return (
      <section class="detail nothing-open" aria-label={t('s.choose')}>
        <Icon d={BUBBLE} />
        <p class="zero-title">{t('s.choose')}</p>
        <p>{t('s.chooseBody')}</p>
      </section>
    )
  }
  const item = opened?.item.value
  return (
    <section class="detail" aria-labelledby="heading">
      <div class="detail-head">
        <button type="button" class="bare to-inbox" onClick={back}>
          <Icon d={BACK} />
          {t('s.back')}
        </button>
        <UndoBar />
        {opened && item && <DetailBar key={opened.id} item={item} thread={opened.id} />}
      </div>
      <ReadingPane key={thread} opened={opened?.id === thread ? opened : null} />
    </section>
  )
}
