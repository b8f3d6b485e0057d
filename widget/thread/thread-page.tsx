import { Icon } from '../ui/icon.tsx'
import { BACK, LINK } from '../ui/more-icons.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { useChunk } from '../ui/use-chunk.ts'
import { canShare } from './can-share.ts'
import { Opened } from './opened.tsx'
import { ReplyComposer } from './reply-composer.tsx'
import { useWidget } from './widget.ts'

/** One thread, with the way back. */
export const ThreadPage = () => {
  const widget = useWidget()
  const { back, conversation, reading, tools, t } = widget
  const opened = conversation.opened.value
  const item = opened?.item.value
  const from = reading.value?.from
  const moved = useChunk(() => import('./moved.tsx'), !!(from || item?.row.value.merged))
  return (
    <div>
      <div class="bar">
        <button type="button" class="bare" onClick={back}>
          <Icon d={BACK} />
          {t('frame.back')}
        </button>
        {opened && (
          <button
            type="button"
            class="bare"
            aria-label={t(canShare() ? 'thread.share' : 'thread.copy')}
            onClick={() => {
              const share = async () => (await import('./deeds.ts')).deeds.copyLink(widget, opened.id)
              void widget.want(share)
            }}
          >
            <Icon d={LINK} />
            <span class="wide">{t(canShare() ? 'thread.share' : 'thread.copy')}</span>
          </button>
        )}
      </div>
      {moved && item && <moved.Moved key={item.key} item={item} from={from} />}
      {opened ? (
        <Opened key={opened.id} opened={opened} Composer={tools.Composer ?? ReplyComposer} />
      ) : (
        <Skeleton label={t('thread.loading')} />
      )}
    </div>
  )
}
