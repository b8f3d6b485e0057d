import type { ComponentType } from 'preact'
import type { OpenedThread, ThreadItem } from '../model/types.ts'
import { useEffect, useRef } from '../signals/render.ts'
import { Skeleton, useSkeleton } from '../ui/skeleton.tsx'
import { useChunk } from '../ui/use-chunk.ts'
import { AnswerCard } from './answer-card.tsx'
import { Replies } from './replies.tsx'
import { RootMessage } from './root-message.tsx'
import { useWidget } from './widget.ts'

interface Props {
  opened: OpenedThread
  /** What stands at the thread's end. */
  Composer: ComponentType<{ item: ThreadItem; id: string }>
}

/** One thread from its first message to the place to answer. */
export const Opened = ({ opened, Composer }: Props) => {
  const { focus, reading, t } = useWidget()
  const end = useRef<HTMLDivElement>()
  const item = opened.item.value
  const failure = opened.failure.value
  const phase = opened.phase.value
  const ready = !useSkeleton(phase === 'loading')
  const note = useChunk(() => import('./status-note.tsx'), Boolean(item?.row.value.statusNote))
  const jump = useChunk(() => import('./jump.tsx'), Boolean(reading.value?.asked))

  useEffect(() => {
    // Who is quick has pressed something in it by then.
    if (item) focus('heading', ':is(.root, .root ~ *):focus-within')
  }, [item !== null])

  if (phase === 'failed') {
    return (
      <p class="failed">
        <span role="alert">{failure?.code === 'not_found' ? t('err.gone') : t('thread.loadFailed')}</span>{' '}
        {failure?.code !== 'not_found' && (
          <button type="button" class="quiet" onClick={opened.reload}>
            {t('action.retry')}
          </button>
        )}
      </p>
    )
  }
  if (!item) return <Skeleton label={t('thread.loading')} />
  const answer = opened.answer.value
  const thread = item.row.value
  return (
    <>
      <RootMessage item={item} body={opened.body.value} />
      {answer && (
        <AnswerCard
          item={answer}
          asker={thread.author.name}
          inFlow={opened.replies.value.some(reply => reply.key === answer.key)}
        />
      )}
      {note && <note.StatusNote thread={thread} />}
      {jump && ready && <jump.Jump opened={opened} />}
      {ready ? (
        <Replies opened={opened} thread={thread} end={end} />
      ) : (
        <Skeleton label={t('thread.loading')} />
      )}
      <div ref={end} />
      <div class="answering">
        {thread.visibility !== 'removed' && ready && <Composer item={item} id={opened.id} />}
      </div>
    </>
  )
}
