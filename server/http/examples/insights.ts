import type { Insights, PeriodFigures } from '../../contract/insights.ts'
import { exampleIds, exampleInstant } from './ids.ts'

const HOUR = 60 * 60 * 1000

const figures: PeriodFigures = {
  firstReply: { n: 142, median: 18 * 60_000, p90: 5 * HOUR, waiting: 9, oldestWaiting: exampleInstant },
  answers: { all: 151, withinTarget: 131, later: 9, byCustomers: 2, none: 9 },
  accepted: { all: 40, byCustomers: 12 },
  loop: { decided: { n: 11, median: 70 * HOUR }, shipped: { n: 5, median: 900 * HOUR } },
  people: { all: 310, returning: 48 },
  threads: 170,
}

export const exampleInsights: Insights = {
  timeZone: 'Europe/Rome',
  office: true,
  targetMinutes: 1440,
  from: '2026-11-23',
  to: '2026-11-23',
  step: 'day',
  now: figures,
  before: figures,
  steps: [
    {
      day: '2026-11-23',
      firstReply: { n: 142, median: 18 * 60_000, p90: 5 * HOUR },
      volume: { question: 90, idea: 40, problem: 21, praise: 19 },
    },
  ],
  open: { all: 6, under4h: 2, under24h: 1, under3d: 3, older: 0, oldest: exampleInstant },
  waiting: { all: 9, oldest: exampleInstant },
  ideas: [{ id: exampleIds.idea, title: 'A timer that dims', status: 'planned', votes: 86, fresh: 12 }],
}
