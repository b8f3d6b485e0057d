import { useMemo } from 'preact/hooks'
import type { Insights } from '../../../server/contract/insights.ts'
import { KINDS } from '../../../server/contract/limits.ts'
import { KINDS_WORDS } from '../../thread/kinds-words.ts'
import { STATUS_WORDS } from '../../thread/status.ts'
import { KindIcon } from '../../ui/kind-icon.tsx'
import { StatusChip } from '../../ui/status-chip.tsx'
import { Bars } from './bars.tsx'
import { Figure } from './figure.tsx'
import { answersFinding, firstReplyFinding, openFinding, volumeFinding, votesFinding } from './findings.ts'
import { Plot } from './plot.tsx'
import { answersTable, firstReplyTable, openTable, volumeTable, votesTable } from './tables.ts'
import type { Words } from './words.ts'
import { ENOUGH } from './words.ts'

interface Props {
  insights: Insights
  words: Words
}

/** Of a few replies the slowest is no 9 in 10. */
const likely = ({ firstReply: { n, p90 } }: Insights['steps'][number]) => (n < ENOUGH ? null : p90)

const DEEP_FIRST = [...KINDS].reverse()

export const FirstReplyChart = ({ insights, words }: Props) => {
  const { t, time, day } = words
  const { steps } = insights
  const finding = firstReplyFinding(insights, words)
  const drawn = useMemo(
    () => ({
      names: steps.map(step => day(step.day)),
      series: [
        { label: t('i.lineP90'), colour: 'var(--_c-p90)', values: steps.map(likely) },
        { label: t('i.lineMedian'), colour: 'var(--_c-median)', values: steps.map(s => s.firstReply.median) },
      ],
    }),
    [insights],
  )
  return (
    <Figure id="first-replies" finding={finding} table={firstReplyTable(insights, words)} t={t}>
      <Plot
        {...drawn}
        kind="lines"
        write={value => time(value)}
        read={at => {
          const step = steps[at]
          if (!step) return ''
          const { median, p90, n } = step.firstReply
          return `${day(step.day)} · ${t('i.lineMedian')} ${time(median)} · ${t('i.lineP90')} ${time(p90)} · ${t('i.n', { n })}`
        }}
        label={`${finding.title}. ${finding.text}`}
      />
    </Figure>
  )
}

export const VolumeChart = ({ insights, words }: Props) => {
  const { t, day, formats } = words
  const { steps } = insights
  const finding = volumeFinding(insights, words)
  const sum = (kind: (typeof KINDS)[number]) => steps.reduce((all, step) => all + step.volume[kind], 0)
  const drawn = useMemo(
    () => ({
      names: steps.map(step => day(step.day)),
      series: DEEP_FIRST.map(kind => ({
        label: t(KINDS_WORDS[kind]),
        colour: `var(--_c-${kind})`,
        values: steps.map(step => step.volume[kind]),
      })),
    }),
    [insights],
  )
  return (
    <Figure id="volume" finding={finding} table={volumeTable(insights, words)} t={t}>
      <ul class="plot-names">
        {KINDS.map(kind => (
          <li key={kind}>
            <span class={`plot-mark ${kind}`} aria-hidden="true" />
            <KindIcon kind={kind} />
            {t(KINDS_WORDS[kind])} {formats.number(sum(kind))}
          </li>
        ))}
      </ul>
      <Plot
        {...drawn}
        kind="stacks"
        write={value => (Number.isInteger(value) ? formats.number(value) : '')}
        read={at => {
          const step = steps[at]
          if (!step) return ''
          return [day(step.day), ...KINDS.map(kind => `${t(KINDS_WORDS[kind])} ${step.volume[kind]}`)].join(
            ' · ',
          )
        }}
        label={`${finding.title}. ${finding.text}`}
      />
    </Figure>
  )
}

export const AnswersChart = ({ insights, words }: Props) => {
  const { t, time, formats, share } = words
  const { all, withinTarget, later, byCustomers, none } = insights.now.answers
  const target = time(insights.targetMinutes * 60_000)
  const bar = (key: string, name: string, value: number) => ({
    key,
    name,
    value,
    said: formats.number(value),
    extra: <span class="bar-extra">{share(value, all)}</span>,
    colour: `var(--_c-${key})`,
  })
  return (
    <Figure
      id="answers"
      finding={answersFinding(insights, words)}
      table={answersTable(insights, words)}
      t={t}
    >
      <Bars
        bars={[
          bar('within', t('i.within', { target }), withinTarget),
          bar('later', t('i.later'), later),
          bar('customers', t('i.byCustomers'), byCustomers),
          bar('none', t('i.none'), none),
        ]}
      />
    </Figure>
  )
}

export const VotesChart = ({ insights, words }: Props) => {
  const { t, formats } = words
  return (
    <Figure id="votes" finding={votesFinding(insights, words)} table={votesTable(insights, words)} t={t}>
      <Bars
        bars={insights.ideas.map(({ id, title, votes, fresh, status }) => ({
          key: id,
          name: <bdi>{title}</bdi>,
          value: votes,
          said: formats.number(votes),
          extra: (
            <>
              {fresh > 0 && <span class="bar-extra">{t('i.plus', { n: fresh })}</span>}
              {status !== 'open' && <StatusChip look={status} text={t(STATUS_WORDS[status])} />}
            </>
          ),
          colour: 'var(--_c-idea)',
        }))}
      />
    </Figure>
  )
}

export const OpenChart = ({ insights, words }: Props) => {
  const { t, formats } = words
  const { under4h, under24h, under3d, older } = insights.open
  const bar = (key: string, name: string, value: number) => ({
    key,
    name,
    value,
    said: formats.number(value),
    colour: `var(--_c-${key})`,
  })
  return (
    <Figure id="open" finding={openFinding(insights, words)} table={openTable(insights, words)} t={t}>
      <Bars
        bars={[
          bar('under4h', t('i.under4h'), under4h),
          bar('under24h', t('i.under24h'), under24h),
          bar('under3d', t('i.under3d'), under3d),
          bar('older', t('i.older'), older),
        ]}
      />
    </Figure>
  )
}
