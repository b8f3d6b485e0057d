import { runsUp } from '../model/inbox-rows.ts'
import type { ThreadItem } from '../model/types.ts'
import { failureText } from '../thread/failure-text.ts'
import { useWidget } from '../thread/widget.ts'
import { ARROW_DOWN, ARROW_UP } from '../ui/more-icons.ts'
import { Pill } from '../ui/pill.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useChunk } from '../ui/use-chunk.ts'
import { BulkBar } from './bulk-bar.tsx'
import { useFirstRun } from './first-run/use-first-run.ts'
import { FoldedViews } from './folded-views.tsx'
import { InboxFilter, SORT_NAMES } from './inbox-filter.tsx'
import { InboxRow } from './inbox-row.tsx'
import { NothingWaits } from './nothing-waits.tsx'
import { useTeam } from './team.ts'
import { UndoBar } from './undo-bar.tsx'

const Rows = () => {
  const { conversation, t } = useTeam()
  const widget = useWidget()
  const { inbox } = conversation
  const items = inbox.items.value
  const goTo = (item: ThreadItem | null) => item && widget.focus(`row-${item.key}`)

  if (inbox.phase.value === 'loading') return <Skeleton label={t('list.loading')} />
  if (inbox.phase.value === 'failed') {
    return (
      <p class="failed" role="alert">
        {inbox.failure.value && failureText(inbox.failure.value, widget)}
        <button type="button" class="quiet" onClick={() => void inbox.reload()}>
          {t('action.retry')}
        </button>
      </p>
    )
  }
  return (
    <>
      {items.length === 0 && <NothingWaits />}
      {/* biome-ignore lint/a11y/noRedundantRoles: without bullets Safari takes a list for none */}
      <ul class="rows" role="list" aria-busy={inbox.busy.value} aria-labelledby="inbox-title">
        {items.map(item => (
          <InboxRow key={item.key} item={item} />
        ))}
      </ul>
      {inbox.hasMore.value && (
        <button type="button" class="more" onClick={async () => goTo(await inbox.more())}>
          {t('s.more')}
        </button>
      )}
    </>
  )
}

const ORDERS = {
  unanswered: 'view.oldest',
  mine: 'view.oldest',
  waiting: 'view.oldest',
  ideas: 'view.votes',
  flagged: 'view.recent',
  all: 'view.recent',
} as const

/** The list: whose turn it is. */
export const InboxPane = () => {
  const { conversation, t } = useTeam()
  const { focus } = useWidget()
  const view = conversation.inbox.view.value
  const { sort } = conversation.inbox.filter.value
  const fresh = conversation.inbox.fresh.value
  const settings = useFirstRun()
  const FirstRun = useChunk(
    () => import('./first-run/first-run.tsx').then(part => part.FirstRunCard),
    settings.value !== null,
  )
  return (
    <section class={`inbox ${runsUp(view) ? '' : 'newest-first'}`} aria-labelledby="inbox-title">
      <div class="inbox-head">
        <h2 id="inbox-title" tabIndex={-1}>
          {t(`view.${view}`)} <span class="n">{conversation.inbox.total.value || ''}</span>
        </h2>
        <p class="order">{t(sort ? SORT_NAMES[sort] : ORDERS[view])}</p>
        <FoldedViews />
      </div>
      <InboxFilter />
      {FirstRun && settings.value && <FirstRun settings={settings} />}
      {fresh > 0 && (
        <Pill
          d={runsUp(view) ? ARROW_DOWN : ARROW_UP}
          text={t('s.fresh', { n: fresh })}
          onPress={() => {
            const first = conversation.inbox.showFresh()
            if (first) focus(`row-${first.key}`)
          }}
        />
      )}
      <div class="inbox-scroll">
        <Rows />
      </div>
      <BulkBar />
      <UndoBar />
    </section>
  )
}
