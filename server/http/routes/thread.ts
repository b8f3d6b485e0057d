import type { z } from 'zod'
import { MessageId, ThreadId } from '../../contract/ids.ts'
import {
  AudienceCount,
  History,
  MergePreview,
  MergeQuery,
  RepliesQuery,
  ReplyList,
  ThreadDetail,
  ThreadPeople,
} from '../../contract/reads.ts'
import { audienceCount, mergePreview } from '../../features/reads/audience.ts'
import { earlierReplies, history, threadDetail, threadPeople } from '../../features/reads/thread.ts'
import { exampleIds } from '../examples/ids.ts'
import { exampleDetailInline, exampleRepliesInline } from '../examples/inline.ts'
import {
  exampleDetail,
  exampleDetailForStaff,
  exampleHistory,
  exampleMerge,
  examplePeople,
  exampleReplies,
  exampleRepliesForStaff,
} from '../examples/reads.ts'
import type { Call } from '../route.ts'
import { route } from '../route.ts'

type Reader<P extends Record<string, z.ZodType>, Q = undefined> = Call<
  'anybody' | 'inline' | 'staff',
  P,
  Q,
  undefined
>

const ofThread = { thread: ThreadId }
const ofMessage = { message: MessageId }

const detail = {
  method: 'get',
  params: ofThread,
  examples: { params: { thread: exampleIds.thread } },
  run: ({ deps, viewer, params }: Reader<typeof ofThread>) => threadDetail(deps.store, viewer, params.thread),
} as const

export const readThread = route({
  ...detail,
  name: 'readThread',
  summary: 'A thread with its newest replies',
  path: '/api/v1/sites/{site}/threads/{thread}',
  who: 'anybody',
  cache: 'kept',
  answer: { status: 200, schema: ThreadDetail, example: exampleDetail },
})

export const readThreadAsStaff = route({
  ...detail,
  name: 'readThreadAsStaff',
  summary: 'A thread with its newest replies, held ones and notes included',
  path: '/api/v1/admin/sites/{site}/threads/{thread}',
  who: 'staff',
  answer: { status: 200, schema: ThreadDetail, example: exampleDetailForStaff },
})

export const readThreadInline = route({
  ...detail,
  name: 'readThreadInline',
  summary: 'The same on a brand’s page, with what a pass allows',
  path: '/api/v1/sites/{site}/inline/threads/{thread}',
  who: 'inline',
  answer: { status: 200, schema: ThreadDetail, example: exampleDetailInline },
})

const replies = {
  method: 'get',
  params: ofThread,
  query: RepliesQuery,
  examples: { params: { thread: exampleIds.thread }, query: { before: '42' } },
  run: ({ deps, viewer, params, query }: Reader<typeof ofThread, z.infer<typeof RepliesQuery>>) =>
    earlierReplies(deps.store, viewer, params.thread, query.before),
} as const

export const listReplies = route({
  ...replies,
  name: 'listReplies',
  summary: 'Replies before those already read',
  path: '/api/v1/sites/{site}/threads/{thread}/replies',
  who: 'anybody',
  cache: 'kept',
  answer: { status: 200, schema: ReplyList, example: exampleReplies },
})

export const listRepliesAsStaff = route({
  ...replies,
  name: 'listRepliesAsStaff',
  summary: 'The same, with held replies and notes',
  path: '/api/v1/admin/sites/{site}/threads/{thread}/replies',
  who: 'staff',
  answer: { status: 200, schema: ReplyList, example: exampleRepliesForStaff },
})

export const listRepliesInline = route({
  ...replies,
  name: 'listRepliesInline',
  summary: 'The same on a brand’s page, with what a pass allows',
  path: '/api/v1/sites/{site}/inline/threads/{thread}/replies',
  who: 'inline',
  answer: { status: 200, schema: ReplyList, example: exampleRepliesInline },
})

const people = {
  method: 'get',
  params: ofThread,
  examples: { params: { thread: exampleIds.thread } },
  answer: { status: 200, schema: ThreadPeople, example: examplePeople },
  run: ({ deps, viewer, params }: Reader<typeof ofThread>) => threadPeople(deps.store, viewer, params.thread),
} as const

export const listPeople = route({
  ...people,
  name: 'listPeople',
  summary: 'Who can be mentioned in a thread',
  path: '/api/v1/sites/{site}/threads/{thread}/people',
  who: 'anybody',
  cache: 'kept',
})

export const listPeopleAsStaff = route({
  ...people,
  name: 'listPeopleAsStaff',
  summary: 'Who can be mentioned in a thread, held ones too',
  path: '/api/v1/admin/sites/{site}/threads/{thread}/people',
  who: 'staff',
})

export const listPeopleInline = route({
  ...people,
  name: 'listPeopleInline',
  summary: 'Who can be mentioned in a thread, by one of the team on a brand’s page',
  path: '/api/v1/sites/{site}/inline/threads/{thread}/people',
  who: 'inline',
})

const revisions = {
  method: 'get',
  params: ofMessage,
  examples: { params: { message: exampleIds.thread } },
  answer: { status: 200, schema: History, example: exampleHistory },
  run: ({ deps, viewer, params }: Reader<typeof ofMessage>) => history(deps.store, viewer, params.message),
} as const

export const readHistory = route({
  ...revisions,
  name: 'readHistory',
  summary: 'Earlier wordings of an edited message',
  path: '/api/v1/sites/{site}/messages/{message}/history',
  who: 'anybody',
  cache: 'tagged',
})

export const readHistoryAsStaff = route({
  ...revisions,
  name: 'readHistoryAsStaff',
  summary: 'Earlier wordings of a message, held ones too',
  path: '/api/v1/admin/sites/{site}/messages/{message}/history',
  who: 'staff',
})

export const readHistoryInline = route({
  ...revisions,
  name: 'readHistoryInline',
  summary: 'Earlier wordings of a message, by one of the team on a brand’s page',
  path: '/api/v1/sites/{site}/inline/messages/{message}/history',
  who: 'inline',
})

const audience = {
  method: 'get',
  params: ofThread,
  answer: { status: 200, schema: AudienceCount, example: { people: 86 } },
  examples: { params: { thread: exampleIds.thread } },
  run: ({ deps, viewer, params }: Reader<typeof ofThread>) =>
    audienceCount(deps.store, viewer, params.thread),
} as const

export const readAudience = route({
  ...audience,
  name: 'readAudience',
  summary: 'How many people will hear of a decision about a thread',
  path: '/api/v1/admin/sites/{site}/threads/{thread}/audience',
  who: 'staff',
})

export const readAudienceInline = route({
  ...audience,
  name: 'readAudienceInline',
  summary: 'How many people will hear of a decision made on a brand’s page',
  path: '/api/v1/sites/{site}/inline/threads/{thread}/audience',
  who: 'inline',
})

export const previewMerge = route({
  name: 'previewMerge',
  summary: 'What merging a thread, or several, into another would come to',
  method: 'get',
  path: '/api/v1/admin/sites/{site}/threads/{thread}/merge',
  who: 'staff',
  params: ofThread,
  query: MergeQuery,
  answer: { status: 200, schema: MergePreview, example: exampleMerge },
  examples: { params: { thread: exampleIds.question }, query: { into: exampleIds.thread } },
  run: ({ deps, viewer, params, query: { also = [], into } }) =>
    mergePreview(deps.store, viewer, [params.thread, ...also], into),
})
