import type { Tree } from '../../server/contract/text.ts'
import type { ThreadItem } from '../model/types.ts'
import { KindIcon } from '../ui/kind-icon.tsx'
import { StatusChip } from '../ui/status-chip.tsx'
import { Ago } from './ago.tsx'
import { FollowButton } from './follow-button.tsx'
import { KIND_WORDS } from './kind-words.ts'
import { Message } from './message.tsx'
import { Tombstone } from './message-state.tsx'
import { pagePath } from './page-path.ts'
import { statusOf } from './status.ts'
import { Vote } from './vote.tsx'
import { useWidget } from './widget.ts'

/** What the thread began with. */
export const RootMessage = ({ item, body }: { item: ThreadItem; body: Tree | null }) => {
  const { back, brand, config, conversation, standing, t, tools } = useWidget()
  const row = item.row.value
  const status = statusOf(row)
  const { page } = row
  const { seen } = item.own.value
  const Heading = `h${config.headingLevel + 1}` as 'h3'

  if (row.visibility === 'removed' && !item.can.value.includes('show'))
    return <Tombstone item={item} id="heading" was={standing('heading')} />
  return (
    <article class={`root ${row.kind}`} aria-labelledby="heading">
      <p class="meta">
        <span class="kind">
          <KindIcon kind={row.kind} />
          {t(KIND_WORDS[row.kind])}
        </span>
        {status && <StatusChip look={status.look} text={t(status.text)} />}
        {row.labels.map(({ id, name }) => (
          <button
            key={id}
            type="button"
            class="chip"
            onClick={() => {
              void conversation.home.choose({ label: id })
              back()
            }}
          >
            {name}
          </button>
        ))}
        {page.key !== config.page.key && <a href={page.url}>{page.title || pagePath(page.url)}</a>}
        {row.retitled && <span>{t('thread.retitled', { brand: brand.value })}</span>}
      </p>
      <Heading class="title" id="heading" tabIndex={-1} dir="auto" lang={row.language ?? undefined}>
        {row.title}
      </Heading>
      <Message item={item} body={body} />
      {seen && (
        <p class="hint">
          {t.parts('thread.readBy', { name: <bdi>{seen.by.name}</bdi>, when: <Ago at={seen.at} /> })}
        </p>
      )}
      <div class="actions">
        <Vote item={item} about="heading" />
        <FollowButton item={item} />
        {tools.thread?.(item)}
      </div>
    </article>
  )
}
