import type { ThreadItem } from '../model/types.ts'
import { useChunk } from '../ui/use-chunk.ts'
import { SiteClosed } from './site-closed.tsx'
import { useWidget } from './widget.ts'
import { WritingBox } from './writing-box.tsx'
import { WritingDetails } from './writing-details.tsx'

/** At the thread's end: the place to answer, or the reason why there is none. */
export const ReplyComposer = ({ item, id }: { item: ThreadItem; id: string }) => {
  const { conversation, t, writing } = useWidget()
  const draft = writing(id)
  const { author, locked } = item.row.value
  const to = draft.to.value
  const replying = useChunk(() => import('./replying-to.tsx'), to !== null)
  const mentions = useChunk(() => import('./mentions.tsx'), draft.text.value.includes('@'))

  const closed = locked && !item.can.value.includes('reply')
  const instead = useChunk(() => import('./instead.ts'), closed)?.instead

  if (conversation.site.value?.closed) return <SiteClosed />
  if (closed) return instead && <instead.Locked />
  return (
    <WritingBox
      writing={draft}
      label={t('composer.replyLabel', { name: to?.name ?? author.name })}
      placeholder={t('composer.replyPlaceholder')}
      onFocus={conversation.prefetch}
    >
      {draft.opened.value && (
        <WritingDetails
          writing={draft}
          verb={t('composer.reply')}
          onSend={(writer, body, pictures) => {
            writer.reply({ thread: id, body, pictures, ...(to && { to: to.id }) })
            draft.to.value = null
            draft.field?.focus()
          }}
        >
          {replying && <replying.ReplyingTo writing={draft} />}
          {mentions && <mentions.Mentions writing={draft} thread={id} />}
        </WritingDetails>
      )}
    </WritingBox>
  )
}
