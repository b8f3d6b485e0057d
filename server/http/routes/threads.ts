import type { z } from 'zod'
import { Inbox, InboxQuery } from '../../contract/inbox.ts'
import {
  ListQuery,
  SearchQuery,
  SearchResult,
  SimilarQuery,
  SimilarThreads,
  ThreadList,
} from '../../contract/reads.ts'
import { inbox } from '../../features/reads/inbox.ts'
import { searchThreads, threadList } from '../../features/reads/lists.ts'
import { similarThreads } from '../../features/reads/similar.ts'
import { audienceOf } from '../../features/viewer.ts'
import { exampleListInline, exampleSearchInline } from '../examples/inline.ts'
import {
  exampleInbox,
  exampleList,
  exampleSearch,
  exampleSearchForStaff,
  exampleSimilar,
} from '../examples/reads.ts'
import { offers } from '../offers.ts'
import type { Call, None } from '../route.ts'
import { route } from '../route.ts'

const list = {
  method: 'get',
  query: ListQuery,
  examples: { query: { sort: 'top', kind: 'question', size: 10 } },
  run: ({ deps, viewer, query }: Call<'anybody' | 'inline', None, z.infer<typeof ListQuery>, undefined>) =>
    threadList(deps.store, viewer.site, query, audienceOf(viewer)),
} as const

export const listThreads = route({
  ...list,
  name: 'listThreads',
  summary: 'Threads of a site or page, one page of the list at a time',
  path: '/api/v1/sites/{site}/threads',
  who: 'anybody',
  cache: 'kept',
  answer: { status: 200, schema: ThreadList, example: exampleList },
})

export const listThreadsInline = route({
  ...list,
  name: 'listThreadsInline',
  summary: 'The same on a brand’s page, with what a pass allows',
  path: '/api/v1/sites/{site}/inline/threads',
  who: 'inline',
  answer: { status: 200, schema: ThreadList, example: exampleListInline },
})

const search = {
  method: 'get',
  query: SearchQuery,
  examples: { query: { q: 'lamp' } },
  run: ({
    deps,
    viewer,
    query,
  }: Call<'anybody' | 'inline' | 'staff', None, z.infer<typeof SearchQuery>, undefined>) =>
    searchThreads(deps.store, viewer, query),
} as const

export const searchPublic = route({
  ...search,
  name: 'searchThreads',
  summary: 'Threads that contain the words, best match first',
  path: '/api/v1/sites/{site}/search',
  who: 'anybody',
  cache: 'tagged',
  answer: { status: 200, schema: SearchResult, example: exampleSearch },
})

export const searchAsStaff = route({
  ...search,
  name: 'searchThreadsAsStaff',
  summary: 'The same, with held messages and notes',
  path: '/api/v1/admin/sites/{site}/search',
  who: 'staff',
  answer: { status: 200, schema: SearchResult, example: exampleSearchForStaff },
})

export const searchInline = route({
  ...search,
  name: 'searchThreadsInline',
  summary: 'The same on a brand’s page, with what a pass allows',
  path: '/api/v1/sites/{site}/inline/search',
  who: 'inline',
  answer: { status: 200, schema: SearchResult, example: exampleSearchInline },
})

const similar = {
  method: 'get',
  query: SimilarQuery,
  answer: { status: 200, schema: SimilarThreads, example: exampleSimilar },
  examples: { query: { q: 'Does the lamp remember its brightness?' } },
  run: ({ deps, viewer, query }: Call<'anybody' | 'staff', None, z.infer<typeof SimilarQuery>, undefined>) =>
    similarThreads(deps.store, viewer.site, query),
} as const

export const findSimilar = route({
  ...similar,
  name: 'findSimilar',
  summary: 'Up to three threads that say much the same as a text being written',
  path: '/api/v1/sites/{site}/similar',
  who: 'anybody',
  cache: 'tagged',
})

export const findSimilarAsStaff = route({
  ...similar,
  name: 'findSimilarAsStaff',
  summary: 'The same on the admin’s origin: what a thread may be merged into',
  path: '/api/v1/admin/sites/{site}/similar',
  who: 'staff',
})

export const readInbox = route({
  name: 'readInbox',
  summary: 'The team’s work list',
  method: 'get',
  path: '/api/v1/admin/sites/{site}/inbox',
  who: 'staff',
  query: InboxQuery,
  answer: { status: 200, schema: Inbox, example: exampleInbox },
  examples: { query: { view: 'all' } },
  run: async ({ deps, viewer, query }) => ({
    ...(await inbox(deps.store, viewer, query)),
    offers: offers(deps),
  }),
})
