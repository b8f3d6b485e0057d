import { useMemo } from 'preact/hooks'
import plotStyles from 'uplot/dist/uPlot.min.css?inline'
import type { Insights } from '../../../server/contract/insights.ts'
import { failureOf } from '../../api/http.ts'
import { useEffect, useSignal } from '../../signals/render.ts'
import { failureText } from '../../thread/failure-text.ts'
import { useWidget } from '../../thread/widget.ts'
import { useTeam } from '../team.ts'
import { AnswersChart, FirstReplyChart, OpenChart, VolumeChart, VotesChart } from './charts.tsx'
import { Filters } from './filters.tsx'
import styles from './insights.css?inline'
import { createInsightsTexts } from './texts.ts'
import { Tiles } from './tiles.tsx'
import { createWords } from './words.ts'

/** How well the brand listens, in numbers that count silence. */
export const Page = () => {
  const { router, desk, account, t: staff } = useTeam()
  const widget = useWidget()
  const { formats, config, now, adopt } = widget
  const words = useMemo(() => {
    adopt(plotStyles)
    adopt(styles)
    return createWords(createInsightsTexts(formats), formats, config.locale, () => now.peek())
  }, [])
  const { t } = words
  const insights = useSignal<Insights | null>(null)
  const trouble = useSignal<string | null>(null)
  const counting = useSignal(true)
  const asked = router.place.value.query

  const load = () => {
    let stale = false
    counting.value = true
    trouble.value = null
    desk
      .read<Insights>('/insights', Object.fromEntries(new URLSearchParams(asked)))
      .then(
        answer => {
          if (!stale) insights.value = answer
        },
        (thrown: unknown) => {
          if (stale) return
          const failure = failureOf(thrown)
          if (failure.code === 'unauthenticated') account.lose()
          trouble.value = failure.code === 'invalid' ? t('i.badRange') : failureText(failure, widget)
        },
      )
      .finally(() => {
        if (!stale) counting.value = false
      })
    return () => {
      stale = true
    }
  }
  useEffect(load, [asked])

  const known = insights.value
  const query = new URLSearchParams(asked)
  return (
    <div class="insights" aria-busy={counting.value}>
      <header class="insights-head">
        <h1 id="room-title" tabIndex={-1}>
          {staff('s.insights')}
        </h1>
        <Filters t={t} query={query} hasOffice={known?.office === true || query.get('office') === '0'} />
      </header>
      {trouble.value && (
        <p class="insights-trouble" role="alert">
          {trouble.value}
          <button type="button" class="quiet" onClick={load}>
            {t('action.retry')}
          </button>
        </p>
      )}
      {!known && counting.value && <p class="insights-note">{t('i.loading')}</p>}
      {known && (
        <>
          <Tiles insights={known} words={words} />
          <div class="figures">
            <FirstReplyChart insights={known} words={words} />
            <VolumeChart insights={known} words={words} />
            <AnswersChart insights={known} words={words} />
            <OpenChart insights={known} words={words} />
            <VotesChart insights={known} words={words} />
          </div>
          <p class="insights-note">{t('i.zone', { zone: known.timeZone })}</p>
        </>
      )}
    </div>
  )
}
