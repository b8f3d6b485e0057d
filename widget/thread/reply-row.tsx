import type { ReplyItem } from '../model/types.ts'
import { TextTree } from '../ui/text-tree.tsx'
import { Accept } from './accept.tsx'
import { Ago } from './ago.tsx'
import { By } from './by.tsx'
import { Message } from './message.tsx'
import { Tombstone } from './message-state.tsx'
import { statusOf } from './status.ts'
import { Vote } from './vote.tsx'
import type { Reading } from './widget.ts'
import { useWidget } from './widget.ts'

interface Props {
  item: ReplyItem
  /** Id of whoever began the thread. */
  asker: string
  kind: 'question' | 'idea' | 'problem' | 'praise'
  /** It is shown in full in the card above. */
  pinned: boolean
  /** Absent where nobody can answer any more. */
  onReply?: (() => void) | undefined
}

/** One entry under a thread. */
export const ReplyRow = ({ item, asker, kind, pinned, onReply }: Props) => {
  const { focus, reading, standing, t, tools } = useWidget()
  const row = item.row.value
  const can = item.can.value
  const { key } = item
  const id = `reply-${key}`
  const { author, to } = row

  if (row.visibility === 'removed' && !can.includes('show'))
    return <Tombstone item={item} id={id} was={standing(id)} />

  if (row.status) {
    const status = statusOf({ kind, status: row.status, answered: false })
    return (
      <article class="reply change" id={id} tabIndex={-1}>
        <p>
          {t.parts('standing.changed', {
            name: <bdi class="name">{author.name}</bdi>,
            status: <strong>{status ? t(status.text) : t('status.open')}</strong>,
          })}{' '}
          · <Ago at={row.createdAt} />
        </p>
        <TextTree tree={row.body} lang={row.language} />
      </article>
    )
  }

  if (pinned) {
    return (
      <article class="reply change" id={id} tabIndex={-1}>
        <By author={author} at={row.createdAt} />
        <button type="button" class="link" onClick={() => focus('answer')}>
          {t(row.official ? 'answer.isOfficial' : 'answer.isAccepted')}
        </button>
      </article>
    )
  }

  return (
    <article class={`reply ${row.note ? 'internal' : ''}`} id={id} tabIndex={-1} aria-labelledby={`${id}-by`}>
      <Message
        item={item}
        body={row.body}
        link={`${row.thread}-`}
        id={`${id}-by`}
        asker={author.id === asker}
      >
        {row.note && tools.note?.()}
        {to && (
          <button
            type="button"
            class="to"
            onClick={() => {
              reading.value = { ...(reading.value as Reading), asked: to.id }
            }}
          >
            <span>
              {t.parts('thread.replyTo', { name: <bdi>{to.author.name}</bdi> })}
              {to.quote && `: “\u2068${to.quote}\u2069”`}
            </span>
          </button>
        )}
      </Message>
      <div class="actions">
        {(row.votes > 0 || (can.includes('vote') && !item.own.value.author)) && !row.note && (
          <Vote item={item} about={`${id}-by`} />
        )}
        {onReply && can.includes('vote') && (
          <button type="button" class="bare" onClick={onReply}>
            {t('action.reply')}
          </button>
        )}
        <Accept item={item} />
        {tools.reply?.(item)}
      </div>
    </article>
  )
}
