import type { RefObject } from 'preact'
import { Fragment } from 'preact'
import type { ThreadView } from '../../server/contract/thread.ts'
import type { OpenedThread, ReplyItem } from '../model/types.ts'
import { useEffect, useRef } from '../signals/render.ts'
import { ARROW_DOWN } from '../ui/more-icons.ts'
import { Pill } from '../ui/pill.tsx'
import { More } from './more.tsx'
import { ReplyRow } from './reply-row.tsx'
import { useMayAppend } from './use-may-append.ts'
import { useWidget } from './widget.ts'

/** Milliseconds on screen until news are no longer new. */
const READ_AFTER = 2000

const Divider = ({ text, onSeen }: { text: string; onSeen: () => void }) => {
  const line = useRef<HTMLLIElement>()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const watch = new IntersectionObserver(([entry]) => {
      clearTimeout(timer)
      if (entry?.isIntersecting) timer = setTimeout(onSeen, READ_AFTER)
    })
    if (line.current) watch.observe(line.current)
    return () => {
      clearTimeout(timer)
      watch.disconnect()
    }
  }, [])
  return (
    <li class="divider" ref={line}>
      <span>{text}</span>
    </li>
  )
}

interface Props {
  opened: OpenedThread
  thread: ThreadView
  end: RefObject<HTMLElement | null>
}

/** All that was answered, in everybody's order; grows at its end only when the reader is there. */
export const Replies = ({ opened, thread, end }: Props) => {
  const { focus, writing, t } = useWidget()
  const earlier = opened.earlier.value
  const fresh = opened.fresh.value
  const newFrom = opened.newFrom.value
  const writer = opened.writing.value
  const answer = opened.answer.value
  const mayReply = opened.item.value?.can.value.includes('reply')
  const goTo = (item: ReplyItem | null) => item && focus(`reply-${item.key}`)
  useMayAppend(opened, end)

  const answerTo = (item: ReplyItem) => {
    const { id, author } = item.row.peek()
    const draft = writing(opened.id)
    draft.to.value = { id, name: author.name }
    draft.field?.focus()
  }

  return (
    <div class="replies">
      {earlier > 0 && (
        <More
          text={t('thread.earlier', { n: earlier })}
          failed={t('thread.loadFailed')}
          stuck={opened.stuck}
          add={opened.showEarlier}
          at="reply"
        />
      )}
      {/* biome-ignore lint/a11y/noRedundantRoles: without bullets Safari takes a list for none */}
      <ul role="list" hidden={!opened.replies.value.length}>
        {opened.replies.value.map(item => (
          <Fragment key={item.key}>
            {item.key === newFrom && <Divider text={t('thread.since')} onSeen={opened.markSeen} />}
            <li>
              <ReplyRow
                item={item}
                asker={thread.author.id}
                kind={thread.kind}
                pinned={item.key === answer?.key}
                onReply={mayReply ? () => answerTo(item) : undefined}
              />
            </li>
          </Fragment>
        ))}
      </ul>
      <p class="typing">{writer && t.parts('presence.typing', { name: <bdi>{writer}</bdi> })}</p>
      {fresh > 0 && (
        <Pill
          d={ARROW_DOWN}
          text={t('live.replies', { n: fresh })}
          onPress={() => goTo(opened.showFresh())}
        />
      )}
    </div>
  )
}
