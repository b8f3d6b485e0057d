import type { ComponentChildren } from 'preact'
import { PAGE_SIZE } from '../../server/contract/limits.ts'
import { whenIdle } from '../model/idle.ts'
import { useEffect, useKept } from '../signals/render.ts'
import { More } from '../thread/more.tsx'
import { SiteClosed } from '../thread/site-closed.tsx'
import { ThreadCard } from '../thread/thread-card.tsx'
import { useWidget } from '../thread/widget.ts'
import { WritingBox } from '../thread/writing-box.tsx'
import { Skeleton, useSkeleton } from '../ui/skeleton.tsx'
import { useChunk } from '../ui/use-chunk.ts'
import { useSteps } from '../ui/use-steps.ts'
import type { Later } from './later.ts'

const Composer = ({ later }: { later: Later | false | null }) => {
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

/**
 * Cards drawn in one go: where machines are slow, more would keep a page from answering. At first one less: all of it
 * is new to the browser.
 */
const IN_ONE_GO = 2

const List = () => {
  const { conversation, focus, now, t } = useWidget()
  const { home, phase, search } = conversation
  const list = search.query.value === null ? home : search
  const busy = list.busy.value
  const failure = list.failure.value
  const shown = list.items.value
  const ready = phase.value === 'ready'
  const failed = t('err.load')
  // Whether there is nothing, only an answer tells.
  const empty = !shown.length && !failure
  const nothing = useChunk(() => import('./nothing.tsx'), ready && !busy && empty)
  const waiting = useSkeleton(!ready || (empty && (busy || !nothing)))
  const all = shown.length
  // Two further than there are: what is put on top pushes the last card out for no frame.
  const step = useSteps(waiting ? 0 : (all + 3) / IN_ONE_GO)
  const upTo = waiting ? 0 : step && IN_ONE_GO * step - 1
  const coming = waiting || upTo < all
  const cards = useKept(() => ({ of: shown, made: [] as ComponentChildren[] }))
  if (cards.of !== shown) {
    cards.of = shown
    cards.made = []
  }

  const drawn = ready && !coming
  useEffect(() => {
    if (drawn)
      whenIdle(() => {
        now.value = Date.now()
      })
  }, [drawn])

  return (
    <>
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
      <ul class="cards" role="list" hidden={waiting || !all} aria-busy={busy || coming}>
        {shown.slice(0, upTo).map((item, at) => {
          cards.made[at] ??= (
            <li key={item.key}>
              <ThreadCard item={item} list={shown} />
            </li>
          )
          return cards.made[at]
        })}
      </ul>
      {/* Another one with each step, and unseen at first: nobody is to see it move. */}
      {coming && <Skeleton key={upTo} label={t('list.loading')} drawn={upTo} />}
      {!coming && all > 0 && list.next.value && (
        <More
          text={t('list.more', { n: Math.min(PAGE_SIZE, Math.max(1, list.total.value - all)) })}
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
  const elsewhere = useChunk(() => import('./elsewhere.tsx'), phase.value === 'failed')
  const papers = useChunk(() => import('../thread/papers.tsx'), !!conversation.site.value?.privacy)
  // What narrows the list to nothing must be at hand to be taken back.
  const seen = useKept(() => ({ any: false }))
  seen.any ||= n > 0
  // Always the same: what comes later draws no card anew.
  const list = useKept(() => <List />)
  const step = useSteps(later ? 3 : 2)
  const rest = step > 2 && later
  const Heading = `h${config.headingLevel}` as 'h2'
  return (
    <div class="home">
      <header>
        <Heading id="parla" tabIndex={-1} aria-hidden={!brand.value}>
          {brand.value && t('frame.title', { brand: brand.value })}
        </Heading>
        <p class="presence">{rest && <rest.PresenceLine />}</p>
        <p class="count">{n > 0 && t('frame.count', { n })}</p>
        {rest && <rest.HeaderMenu />}
      </header>
      {phase.value === 'failed' ? (
        <p class="failed">
          <span role="alert">{t('err.load')}</span>{' '}
          <button type="button" class="quiet" onClick={conversation.reload}>
            {t('action.retry')}
          </button>
          {elsewhere && <elsewhere.Elsewhere />}
        </p>
      ) : (
        <>
          {step > 0 && <Composer later={rest} />}
          {step > 0 && (seen.any || !rest) && <div class="toolbar">{rest && <rest.Toolbar />}</div>}
          {rest && <rest.NewPosts />}
          {step > 1 && list}
        </>
      )}
      {step > 1 && (
        <footer>
          {papers && <papers.Privacy />}
          {t('frame.powered', { name: 'Parla' })}
        </footer>
      )}
    </div>
  )
}
