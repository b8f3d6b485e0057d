import { Insights, InsightsQuery } from '../../contract/insights.ts'
import { insights } from '../../features/reads/insights.ts'
import { exampleInsights } from '../examples/insights.ts'
import { route } from '../route.ts'

export const readInsights = route({
  name: 'readInsights',
  summary: 'How well the brand listens, in numbers',
  method: 'get',
  path: '/api/v1/admin/sites/{site}/insights',
  who: 'staff',
  query: InsightsQuery,
  answer: { status: 200, schema: Insights, example: exampleInsights },
  examples: { query: { days: '30', office: '1' } },
  problems: ['forbidden'],
  run: ({ deps, viewer, query }) => insights(deps.store, viewer, query, deps.clock.now()),
})
