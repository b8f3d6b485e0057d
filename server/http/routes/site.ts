import type { z } from 'zod'
import { CountsQuery, PageCounts, Snapshot, SnapshotQuery } from '../../contract/reads.ts'
import { snapshot } from '../../features/reads/lists.ts'
import { pageCounts } from '../../features/reads/own.ts'
import { audienceOf } from '../../features/viewer.ts'
import { examplePage } from '../examples/ids.ts'
import { exampleSnapshotInline } from '../examples/inline.ts'
import { exampleCounts, exampleSnapshot } from '../examples/reads.ts'
import { offers } from '../offers.ts'
import type { Call, None } from '../route.ts'
import { route } from '../route.ts'

const first = {
  method: 'get',
  query: SnapshotQuery,
  examples: { query: { page: examplePage.key, sort: 'recent' } },
  run: async ({
    deps,
    viewer,
    query,
  }: Call<'anybody' | 'inline', None, z.infer<typeof SnapshotQuery>, undefined>) => ({
    ...(await snapshot(deps.store, viewer.site, query, audienceOf(viewer))),
    offers: offers(deps),
  }),
} as const

export const readSnapshot = route({
  ...first,
  name: 'readSnapshot',
  summary: 'The first screen: settings, counts and the first threads of a site or page',
  path: '/api/v1/sites/{site}/snapshot',
  who: 'anybody',
  cache: 'kept',
  answer: { status: 200, schema: Snapshot, example: exampleSnapshot },
})

export const readSnapshotInline = route({
  ...first,
  name: 'readSnapshotInline',
  summary: 'The same for one of the team on a brand’s page',
  path: '/api/v1/sites/{site}/inline/snapshot',
  who: 'inline',
  answer: { status: 200, schema: Snapshot, example: exampleSnapshotInline },
})

export const countPages = route({
  name: 'countPages',
  summary: 'Badges for many pages in one request',
  method: 'get',
  path: '/api/v1/sites/{site}/counts',
  who: 'anybody',
  cache: 'kept',
  query: CountsQuery,
  answer: { status: 200, schema: PageCounts, example: exampleCounts },
  examples: { query: { page: [examplePage.key] } },
  run: ({ deps, viewer, query }) => pageCounts(deps.store, viewer.site, query.page),
})
