import { describe, expect, it } from 'vitest'
import type { Insights, PeriodFigures } from '../../../server/contract/insights.ts'
import { createFormats } from '../../i18n/formats.ts'
import { answersFinding, firstReplyFinding, volumeFinding } from './findings.ts'
import { createInsightsTexts } from './texts.ts'
import { createWords } from './words.ts'

const HOUR = 60 * 60_000
const formats = createFormats('en')
const words = createWords(createInsightsTexts(formats), formats, 'en', () => 100 * HOUR)

const figures = (n: number, median: number): PeriodFigures => ({
  firstReply: { n, median, p90: 2 * median, waiting: 1, oldestWaiting: 76 * HOUR },
  answers: { all: n, withinTarget: n, later: 0, byCustomers: 0, none: 0 },
  accepted: { all: 0, byCustomers: 0 },
  loop: { decided: { n: 0, median: null }, shipped: { n: 0, median: null } },
  people: { all: 0, returning: 0 },
  threads: n,
})
const insights = (now: PeriodFigures, before: PeriodFigures) =>
  ({ now, before, targetMinutes: 1440, steps: [] }) as unknown as Insights

describe('the finding above a chart', () => {
  it.each([
    [HOUR / 2, HOUR, 'First replies got faster: 30 min, was 1 hr'],
    [HOUR, HOUR / 2, 'First replies got slower: 1 hr, was 30 min'],
    [HOUR, HOUR + 1, 'Half of all first replies come within 1 hr'],
  ])('compares with the time before', (now, before, title) => {
    expect(firstReplyFinding(insights(figures(9, now), figures(9, before)), words).title).toBe(title)
  })

  it('[I2] says nothing of fewer than five, nor compares with them', () => {
    const few = firstReplyFinding(insights(figures(4, HOUR), figures(9, HOUR)), words)
    expect(few.title).toBe('Too few answers yet to say how fast they come')
    expect(few.text).toContain('1 still waiting, since 24 hr')
    expect(firstReplyFinding(insights(figures(9, HOUR), figures(4, 9 * HOUR)), words).title).toBe(
      'Half of all first replies come within 1 hr',
    )
    expect(answersFinding(insights(figures(4, HOUR), figures(9, HOUR)), words).title).toBe(
      'Too few conversations yet to say how many get an answer',
    )
    expect(words.share(4, 4)).toBe('—')
    expect(words.share(5, 5)).toBe('100%')
  })

  it('is about nothing where nobody wrote', () => {
    expect(volumeFinding(insights(figures(0, 0), figures(0, 0)), words).title).toBe(
      'Nobody wrote in this time',
    )
  })
})
