import type { ThreadItem } from '../model/types.ts'
import { useKept, useSignal } from '../signals/render.ts'
import { Avatar } from '../ui/avatar.tsx'
import { KindIcon } from '../ui/kind-icon.tsx'
import { StatusChip } from '../ui/status-chip.tsx'
import { useChunk } from '../ui/use-chunk.ts'
import { Ago } from './ago.tsx'
import { KIND_WORDS } from './kind-words.ts'
import { pagePath } from './page-path.ts'
import { Person } from './person.tsx'
import { statusOf } from './status.ts'
import { Vote } from './vote.tsx'
import { useWidget } from './widget.ts'

interface Props {
  item: ThreadItem
  /** What is listed; another one where the list was drawn anew. */
  list: readonly ThreadItem[]
}

/** One thread of a list. Its title is the only link that opens it. */
export const ThreadCard = ({ item, list }: Props) => {
  const { config, standing, open, t, brand, parts, tools } = useWidget()
  const row = item.row.value
  const { key } = item
  const id = item.id.value
  const { lastReply, replies: n } = row
  const drawn = useKept(() => ({ list, row }))
  if (drawn.list !== list) {
    drawn.list = list
    drawn.row = row
  }
  // What others do makes no card higher under anybody's eyes: a first answer is shown with the next list. But whoever
  // asked waits for it.
  const answer = (drawn.row.answer || item.own.value.author) && row.answer
  // Who needs them follows them.
  const state = (item.delivery.value || row.visibility !== 'public') && parts.value
  const unfolded = useSignal(false)
  const folded = item.own.value.reported && !unfolded.value
  const instead = useChunk(() => import('./instead.ts'), Boolean(row.merged || folded))?.instead
  const status = statusOf(row)
  const page = row.page.key === config.page.key ? null : pagePath(row.page.url)
  const mark = item.justPosted.value ? 'list.mineNow' : item.unread.value && 'list.new'
  const Heading = `h${config.headingLevel + 1}` as 'h3'

  if (row.visibility === 'removed') {
    const title = `title-${key}`
    return state && <state.Tombstone item={item} id={title} was={standing(title)} />
  }
  if (folded && instead) return <instead.Folded id={`title-${key}`} next={`title-${key}`} shown={unfolded} />
  return (
    <article class={`card ${row.kind}`} aria-labelledby={`title-${key}`}>
      <Heading class="title">
        <a
          id={`title-${key}`}
          lang={row.language ?? undefined}
          href={`#parla-${id}`}
          dir="auto"
          onClick={event => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return
            event.preventDefault()
            if (id) open(id)
          }}
        >
          {row.title}
        </a>
      </Heading>
      <span class="kind">
        <KindIcon kind={row.kind} />
        <span>{t(KIND_WORDS[row.kind])}</span>
      </span>
      <p class="meta">
        {row.merged && instead ? (
          <instead.Merged into={row.merged} />
        ) : (
          <>
            <Person person={row.author} /> · <Ago at={row.createdAt} />
            {page && ` · ${page}`}
            {row.pinned && ` · ${t('list.pinned', { brand: brand.value })}`}
          </>
        )}
      </p>
      {mark && <span class="mark">{t(mark)}</span>}
      {row.excerpt && (
        <p class="excerpt" dir="auto" lang={row.language ?? undefined}>
          {row.excerpt}
        </p>
      )}
      {answer && (
        <p class="answer">
          <Avatar {...answer.author} /> <Person person={answer.author} />{' '}
          <span dir="auto" lang={answer.language}>
            {answer.excerpt}
          </span>
        </p>
      )}
      {state && <state.MessageState item={item} />}
      <p class="foot">
        <Vote item={item} about={`title-${key}`} />
        {/* Also of none: the first must find its room. */}
        <span class="said">
          {t('thread.replies', { n })}
          {lastReply && !answer && (
            <span class="last">
              {' · '}
              <Person person={lastReply.author} /> <Ago at={lastReply.at} />
            </span>
          )}
        </span>
        {status && <StatusChip look={status.look} text={t(status.text)} />}
      </p>
      {tools.card?.(item)}
    </article>
  )
}
