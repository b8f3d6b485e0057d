import type { CommandName } from '../server/contract/commands.ts'
import type { ErrorCode } from '../server/contract/errors.ts'
import type { OwnView } from '../server/contract/own.ts'
import type { OwnEmail, PersonRef } from '../server/contract/person.ts'
import type { Presence } from '../server/contract/presence.ts'
import type {
  History,
  ReplyList,
  SearchResult,
  SimilarThreads,
  Snapshot,
  ThreadDetail,
  ThreadList,
} from '../server/contract/reads.ts'

/** What a server has to say. A read that is absent never gets an answer; `{ code }` is a refusal. */
export interface Answers {
  readonly snapshot?: Snapshot | Refused
  readonly thread?: ThreadDetail | Refused
  readonly search?: SearchResult | Refused
  /** A further page of what is found. */
  readonly found?: SearchResult | Refused
  readonly similar?: SimilarThreads
  /** Conversations of the viewer's own. */
  readonly mine?: SearchResult
  /** The first screen of one kind, or of the page alone. */
  readonly narrowed?: Snapshot | Refused
  /** A further page of the list. */
  readonly list?: ThreadList | Refused
  readonly earlier?: ReplyList | Refused
  readonly people?: readonly PersonRef[]
  readonly history?: History
  /** What becomes of an upload; unanswered by default. */
  readonly upload?: Refused | Cut
  /** Pictures are shown by default. */
  readonly picture?: Cut
  readonly own?: readonly OwnView[]
  /** Where the viewer hears of replies. */
  readonly email?: OwnEmail
  readonly presence?: Presence
  /** The socket never opens. */
  readonly silent?: boolean
  /** What becomes of a command; unanswered by default. */
  readonly commands?: Partial<Record<CommandName, Refused | Cut | Done>>
}

/** No answer comes, and that is known. */
export type Cut = 'cut'

/** It is done, and changes nothing that is in sight. Of one that no socket carries. */
export type Done = 'done'

export interface Refused {
  readonly code: ErrorCode
  readonly retryAfter?: number
}

export const isRefused = (answer: object): answer is Refused => 'code' in answer
