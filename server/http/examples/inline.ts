import type { Frame } from '../../contract/feed.ts'
import { INLINE_ACTIONS } from '../../contract/limits.ts'
import type { Action } from '../../contract/moderation.ts'
import type { InlineStanding, Pass, PassCode } from '../../contract/passes.ts'
import type { ReplyList, SearchResult, Snapshot, ThreadDetail, ThreadList } from '../../contract/reads.ts'
import { exampleReplyForStaff, exampleThreadForStaff, teresa } from './conversation.ts'
import { exampleIds, exampleInstant, examplePage } from './ids.ts'
import { exampleToken } from './people.ts'
import { exampleDetail, exampleFrameForStaff, exampleList, exampleReplies, exampleSnapshot } from './reads.ts'

const onlyInline = <Row extends { can: Action[] }>(row: Row): Row => ({
  ...row,
  can: row.can.filter(action => (INLINE_ACTIONS as readonly Action[]).includes(action)),
})
const thread = onlyInline(exampleThreadForStaff)
const replies = [onlyInline(exampleReplyForStaff)]

export const exampleWish = { origin: new URL(examplePage.url).origin, state: 'kT3vW8xQ1mZc7RbN5dYf2A' }
export const exampleClaim = { code: 'K7QF-W2MX', state: exampleWish.state }
export const examplePassCode: PassCode = { code: exampleClaim.code, expiresAt: exampleInstant + 120_000 }
export const examplePass: Pass = {
  token: exampleToken,
  expiresAt: exampleInstant + 900_000,
  me: { id: exampleIds.staff, name: teresa.name, role: 'owner' },
}
export const exampleStanding: InlineStanding = { unanswered: 4, flagged: 1, team: [teresa] }

export const exampleListInline: ThreadList = { ...exampleList, threads: [thread] }
export const exampleSnapshotInline: Snapshot = { ...exampleSnapshot, threads: [thread] }
export const exampleDetailInline: ThreadDetail = { ...exampleDetail, thread, replies }
export const exampleRepliesInline: ReplyList = { ...exampleReplies, replies }
export const exampleSearchInline: SearchResult = {
  epoch: exampleList.epoch,
  asOf: exampleList.asOf,
  threads: [thread],
  total: 1,
  next: null,
}
export const exampleFrameInline: Frame = {
  ...exampleFrameForStaff,
  changes: [{ seq: 42, entity: 'thread', id: thread.id, op: 'put', row: thread }],
}
