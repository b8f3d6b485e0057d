import type { Frame } from '../../contract/feed.ts'
import type { Inbox } from '../../contract/inbox.ts'
import { PROTOCOL } from '../../contract/limits.ts'
import type {
  History,
  MergePreview,
  MyState,
  PageCounts,
  ReplyList,
  SearchResult,
  SimilarThreads,
  Snapshot,
  ThreadDetail,
  ThreadList,
  ThreadPeople,
} from '../../contract/reads.ts'
import {
  anna,
  exampleBody,
  exampleOwn,
  exampleReply,
  exampleReplyForStaff,
  exampleSite,
  exampleThread,
  exampleThreadForStaff,
  teresa,
} from './conversation.ts'
import { exampleIds, exampleInstant, examplePage } from './ids.ts'

const position = { epoch: exampleIds.epoch, asOf: 42 }

export const exampleList: ThreadList = { ...position, threads: [exampleThread], next: null }
export const exampleSnapshot: Snapshot = {
  protocol: PROTOCOL,
  ...position,
  site: exampleSite,
  counts: { all: 1, question: 1, idea: 0, problem: 0, praise: 0 },
  threads: [exampleThread],
  next: null,
  offers: ['images'],
}
export const exampleDetail: ThreadDetail = {
  ...position,
  thread: exampleThread,
  body: exampleBody,
  replies: [exampleReply],
  answers: [],
  earlier: 0,
  before: null,
}
export const exampleDetailForStaff: ThreadDetail = {
  ...exampleDetail,
  thread: exampleThreadForStaff,
  replies: [exampleReplyForStaff],
}
export const exampleReplies: ReplyList = { ...position, replies: [exampleReply], earlier: 0, before: null }
export const exampleRepliesForStaff: ReplyList = { ...exampleReplies, replies: [exampleReplyForStaff] }
export const exampleSearch: SearchResult = { ...position, threads: [exampleThread], total: 1, next: null }
export const exampleSearchForStaff: SearchResult = { ...exampleSearch, threads: [exampleThreadForStaff] }
export const exampleSimilar: SimilarThreads = { ...position, threads: [exampleThread] }
export const exampleCounts: PageCounts = {
  ...position,
  pages: [{ key: examplePage.key, threads: 1, messages: 2 }],
}
export const examplePeople: ThreadPeople = { people: [anna, teresa] }
export const exampleHistory: History = {
  revisions: [{ at: exampleInstant, by: anna, title: null, body: exampleBody }],
}
export const exampleFrame: Frame = {
  stream: 'public',
  epoch: exampleIds.epoch,
  from: 41,
  to: 42,
  changes: [{ seq: 42, entity: 'thread', id: exampleIds.thread, op: 'put', row: exampleThread }],
}
export const exampleFrameForStaff: Frame = {
  ...exampleFrame,
  stream: 'staff',
  changes: [{ seq: 42, entity: 'thread', id: exampleIds.thread, op: 'put', row: exampleThreadForStaff }],
}
export const exampleState: MyState = {
  ...position,
  me: { id: anna.id, name: anna.name, verified: false },
  own: [exampleOwn],
}
export const exampleStaffState: MyState = {
  ...position,
  me: { id: teresa.id, name: teresa.name, verified: false },
  own: [],
}
export const exampleInbox: Inbox = {
  ...position,
  threads: [exampleThreadForStaff],
  total: 1,
  counts: { unanswered: 0, mine: 0, waiting: 0, ideas: 0, flagged: 0, all: 1 },
  next: null,
  team: [teresa],
  offers: ['images'],
}
export const exampleMerge: MergePreview = { into: exampleThreadForStaff, votes: 14, people: 14 }
