import type { Insights } from '../../../server/contract/insights.ts'
import { KINDS } from '../../../server/contract/limits.ts'
import { KINDS_WORDS } from '../../thread/kinds-words.ts'
import type { Words } from './words.ts'
import { ENOUGH } from './words.ts'

/** What a chart says: its title is the finding, its text the same in full. */
export interface Finding {
  title: string
  text: string
}

const MINUTE = 60_000

export function firstReplyFinding({ now, before }: Insights, { t, time, formats, age }: Words): Finding {
  const { n, median, p90, waiting, oldestWaiting } = now.firstReply
  const still =
    waiting > 0 && oldestWaiting !== null
      ? t('i.still', { n: waiting, age: age(oldestWaiting) })
      : t('i.noneWaiting')
  if (n < ENOUGH || median === null) return { title: t('i.replyFew'), text: `${still}.` }
  const text = `${t('i.replyText', { n: formats.number(n), median: time(median), p90: time(p90) })} ${still}.`
  const past = before.firstReply.n < ENOUGH ? null : before.firstReply.median
  // What reads the same is the same.
  if (past === null || time(past) === time(median))
    return { title: t('i.replySame', { now: time(median) }), text }
  const values = { now: time(median), before: time(past) }
  return { title: median < past ? t('i.replyFaster', values) : t('i.replySlower', values), text }
}

export function answersFinding(
  { now, targetMinutes }: Insights,
  { t, share, time, formats }: Words,
): Finding {
  const { all, withinTarget, later, byCustomers, none } = now.answers
  const text = t('i.answersText', {
    all: formats.number(all),
    within: formats.number(withinTarget),
    target: time(targetMinutes * MINUTE),
    later: formats.number(later),
    customers: formats.number(byCustomers),
    none: formats.number(none),
  })
  if (all < ENOUGH) return { title: t('i.answersFew'), text }
  return { title: t('i.answersTitle', { share: share(all - none, all) }), text }
}

export function volumeFinding({ now, steps }: Insights, { t, formats }: Words): Finding {
  const sums = KINDS.map(kind => ({ kind, n: steps.reduce((sum, step) => sum + step.volume[kind], 0) }))
  const most = sums.reduce((a, b) => (b.n > a.n ? b : a))
  const text = t('i.volumeText', { n: now.threads })
  if (most.n === 0) return { title: t('i.volumeNone'), text }
  const values = {
    kind: t(KINDS_WORDS[most.kind]),
    n: formats.number(most.n),
    all: formats.number(now.threads),
  }
  return { title: t('i.volumeTitle', values), text }
}

export function votesFinding({ ideas }: Insights, { t }: Words): Finding {
  const [first] = ideas
  const text = t('i.votesText', { n: ideas.length })
  if (!first || first.votes === 0) return { title: t('i.votesNone'), text }
  return { title: t('i.votesTitle', { title: first.title, n: first.votes }), text }
}

export function openFinding({ open }: Insights, { t }: Words): Finding {
  return { title: open.all === 0 ? t('i.ageNone') : t('i.ageTitle', { n: open.all }), text: t('i.ageText') }
}
