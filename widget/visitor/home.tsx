import type { ComponentChildren } from 'preact'
import { PAGE_SIZE } from '../../server/contract/limits.ts'
import { whenIdle } from '../model/idle.ts'
import { useEffect, useKept, useSignal } from '../signals/render.ts'
import { More } from '../thread/more.tsx'
import { SiteClosed } from '../thread/site-closed.tsx'
import { ThreadCard } from '../thread/thread-card.tsx'
import { useWidget } from '../thread/widget.ts'
import { WritingBox } from '../thread/writing-box.tsx'
import { Skeleton, useSkeleton } from '../ui/skeleton.tsx'
import { useChunk } from '../ui/use-chunk.ts'
import type { Later } from './later.ts'

const Composer = ({ later }: { later: Later | null }) => {
  const { conversation, t, writing } = useWidget()
  const post = writing('post')
  if (conversation.site.value?.closed) return <SiteClosed />
  return (
    <WritingBox
      writing={post}
      label={t('composer.label')}
      placeholder={t('composer.placeholder')}
      onFocus={conversation.prefetch}
    >
      {later && post.opened.value && <later.PostDetails writing={post} />}
    </WritingBox>
  )
}

/** Cards that are there when the list is shown; the rest follow when the browser has nothing better to do. */
const FIRST = 6
/** Cards drawn in one go: where machines are slow, more would keep a page from answering. */
const IN_ONE_GO = 2

const List = () => {
  const { conversation, focus, now, t } = useWidget()
  const { home, phase, search } = conversation
  const list = search.query.value === null ? home : search
  const busy = list.busy.value
  const failure = list.failure.value
  const shown = list.items.value
  const drawn = useSignal(0)
  const upTo = drawn.value
  const ready = phase.value === 'ready'
  const failed = t('err.load')
  // Whether there is nothing, only an answer tells.
  const empty = !shown.length && !failure
  const nothing = useChunk(() => import('./nothing.tsx'), ready && !busy && empty)
  const hidden = upTo < Math.min(FIRST, shown.length)
  const waiting = useSkeleton(!ready || hidden || (empty && (busy || !nothing)))
  const cards = useKept(() => ({ of: shown, made: [] as ComponentChildren[] }))
  if (cards.of !== shown) {
    cards.of = shown
    cards.made = []
  }

  useEffect(() => {
    if (!ready) return
    if (upTo < FIRST) drawn.value += IN_ONE_GO
    else
      whenIdle(() => {
        drawn.value = Number.POSITIVE_INFINITY
      })
  }, [ready && upTo])
  useEffect(() => {
    if (ready)
      whenIdle(() => {
        now.value = Date.now()
      })
  }, [ready])

  return (
    <>
      {waiting && <Skeleton label={t('list.loading')} />}
      {failure && (
        <More
          failed={failed}
          stuck={list.failure}
          add={async () => {
            await list.reload()
            if (!list.failure.peek()) focus('all')
          }}
        />
      )}
      {!waiting && empty && nothing && <nothing.Nothing />}
      {/* biome-ignore lint/a11y/noRedundantRoles: without bullets Safari takes a list for none */}
      <ul class="cards" role="list" aria-busy={busy} hidden={waiting || !shown.length}>
        {shown.slice(0, upTo).map((item, at) => {
          cards.made[at] ??= (
            <li key={item.key}>
              <ThreadCard item={item} list={shown} />
            </li>
          )
          return cards.made[at]
        })}
      </ul>
      {!waiting && shown.length > 0 && list.next.value && (
        <More
          text={t('list.more', { n: Math.min(PAGE_SIZE, Math.max(1, list.total.value - shown.length)) })}
          failed={failed}
          stuck={list.stuck}
          busy={busy}
          add={list.more}
        />
      )}
    </>
  )
}

/** The list of conversations and the place to begin one. */
export const Home = ({ later }: { later: Later | null }) => {
  const { conversation, config, t, brand } = useWidget()
  const { phase, counts } = conversation
  const n = counts.value.all
  // What narrows the list to nothing must be at hand to be taken back.
  const seen = useKept(() => ({ any: false }))
  seen.any ||= n > 0
  // Always the same: what comes later draws no card anew.
  const list = useKept(() => <List />)
  const Heading = `h${config.headingLevel}` as 'h2'
  return (
    <div class="home">
      <header>
        <Heading id="parla" tabIndex={-1} aria-hidden={!brand.value}>
          {brand.value && t('frame.title', { brand: brand.value })}
        </Heading>
        <p class="presence">{later && <later.PresenceLine />}</p>
        <p class="count">{n > 0 && t('frame.count', { n })}</p>
        {later && <later.HeaderMenu />}
      </header>
      {phase.value === 'failed' ? (
        <p class="failed">
          <span role="alert">{t('err.load')}</span>{' '}
          <button type="button" class="quiet" onClick={conversation.reload}>
            {t('action.retry')}
          </button>
        </p>
      ) : (
        <>
          <Composer later={later} />
          {(seen.any || !later) && <div class="toolbar">{later && <later.Toolbar />}</div>}
          {later && <later.NewPosts />}
          {list}
        </>
      )}
      <footer>{t('frame.powered', { name: 'Parla' })}</footer>
    </div>
  )
}
