import type { Insights } from '../../../server/contract/insights.ts'
import { KINDS } from '../../../server/contract/limits.ts'
import { KINDS_WORDS } from '../../thread/kinds-words.ts'
import { STATUS_WORDS } from '../../thread/status.ts'
import type { Cell } from './csv.ts'
import type { Words } from './words.ts'

/** The first row is the head. */
export type Table = readonly (readonly Cell[])[]

const MINUTE = 60_000
const minutes = (milliseconds: number | null) =>
  milliseconds === null ? null : Math.round(milliseconds / MINUTE)
const first = ({ step }: Insights, { t }: Words) => (step === 'day' ? t('i.day') : t('i.week'))

export const firstReplyTable = (from: Insights, words: Words): Table => [
  [first(from, words), words.t('i.minutesMedian'), words.t('i.minutesP90'), words.t('i.replies')],
  ...from.steps.map(({ day, firstReply: { n, median, p90 } }) => [day, minutes(median), minutes(p90), n]),
]

export const volumeTable = (from: Insights, words: Words): Table => [
  [first(from, words), ...KINDS.map(kind => words.t(KINDS_WORDS[kind]))],
  ...from.steps.map(({ day, volume }) => [day, ...KINDS.map(kind => volume[kind])]),
]

export const votesTable = ({ ideas }: Insights, { t }: Words): Table => [
  [t('i.idea'), t('i.votes'), t('i.fresh'), t('i.status')],
  ...ideas.map(({ title, votes, fresh, status }) => [
    title,
    votes,
    fresh,
    status === 'open' ? '' : t(STATUS_WORDS[status]),
  ]),
]

export const answersTable = ({ now, targetMinutes }: Insights, { t, time }: Words): Table => [
  [t('i.outcome'), t('i.count')],
  [t('i.within', { target: time(targetMinutes * MINUTE) }), now.answers.withinTarget],
  [t('i.later'), now.answers.later],
  [t('i.byCustomers'), now.answers.byCustomers],
  [t('i.none'), now.answers.none],
]

export const openTable = ({ open }: Insights, { t }: Words): Table => [
  [t('i.age'), t('i.count')],
  [t('i.under4h'), open.under4h],
  [t('i.under24h'), open.under24h],
  [t('i.under3d'), open.under3d],
  [t('i.older'), open.older],
]
