import type { ComponentChildren } from 'preact'
import type { Insights } from '../../../server/contract/insights.ts'
import { useTeam } from '../team.ts'
import type { Words } from './words.ts'
import { ENOUGH, NONE } from './words.ts'

interface TileProps {
  name: string
  value: string
  children?: ComponentChildren
}

const Tile = ({ name, value, children }: TileProps) => (
  <div class="tile-box">
    <dt>{name}</dt>
    <dd class="tile-value">{value}</dd>
    <dd class="tile-more">{children}</dd>
  </div>
)

/** The figures that say in one look how things stand. */
export const Tiles = ({ insights, words }: { insights: Insights; words: Words }) => {
  const { router } = useTeam()
  const { t, time, share, age, formats } = words
  const { now, before, open, waiting, targetMinutes } = insights
  const enough = (n: number, value: number | null) => (n < ENOUGH ? NONE : time(value))
  const n = (count: number) =>
    count < ENOUGH ? `${t('i.n', { n: count })} · ${t('i.few')}` : t('i.n', { n: count })
  const was = (value: string) => (value === NONE ? '' : ` · ${t('i.was', { value })}`)
  const replies = now.firstReply
  const past = before.firstReply
  const heard = now.answers.all - now.answers.none
  const heardBefore = before.answers.all - before.answers.none
  const of = (part: number, all: number) => t('i.of', { n: formats.number(part), all: formats.number(all) })
  return (
    <dl class="tiles">
      <Tile name={t('i.half')} value={enough(replies.n, replies.median)}>
        {n(replies.n)}
        {was(enough(past.n, past.median))}
      </Tile>
      <Tile name={t('i.most')} value={enough(replies.n, replies.p90)}>
        {n(replies.n)}
        {was(enough(past.n, past.p90))}
      </Tile>
      <Tile name={t('i.rate')} value={share(heard, now.answers.all)}>
        {of(heard, now.answers.all)}
        {was(share(heardBefore, before.answers.all))}
      </Tile>
      <Tile
        name={t('i.target', { duration: time(targetMinutes * 60_000) })}
        value={share(now.answers.withinTarget, now.answers.all)}
      >
        {of(now.answers.withinTarget, now.answers.all)}
        {was(share(before.answers.withinTarget, before.answers.all))}
      </Tile>
      <Tile name={t('i.open')} value={formats.number(open.all)}>
        {open.oldest !== null && t('i.oldest', { age: age(open.oldest) })}
      </Tile>
      <Tile name={t('i.waiting')} value={formats.number(waiting.all)}>
        {waiting.oldest !== null && `${t('i.oldest', { age: age(waiting.oldest) })} · `}
        <a
          href={router.href({ room: 'inbox', view: 'unanswered', thread: null })}
          onClick={event => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return
            event.preventDefault()
            router.go({ room: 'inbox', view: 'unanswered', thread: null })
          }}
        >
          {t('i.openView')}
        </a>
      </Tile>
      <Tile name={t('i.people')} value={formats.number(now.people.all)}>
        {now.people.all >= ENOUGH && t('i.returning', { share: share(now.people.returning, now.people.all) })}
        {was(formats.number(before.people.all))}
      </Tile>
      <Tile name={t('i.customers')} value={share(now.accepted.byCustomers, now.accepted.all)}>
        {of(now.accepted.byCustomers, now.accepted.all)}
      </Tile>
      <Tile name={t('i.decided')} value={enough(now.loop.decided.n, now.loop.decided.median)}>
        {t('i.median')} · {n(now.loop.decided.n)}
      </Tile>
      <Tile name={t('i.shipped')} value={enough(now.loop.shipped.n, now.loop.shipped.median)}>
        {t('i.median')} · {n(now.loop.shipped.n)}
      </Tile>
    </dl>
  )
}
