import { z } from 'zod'
import { StreamName } from './feed.ts'
import { Epoch, LabelId, Seq, ThreadId } from './ids.ts'
import {
  ANNOUNCED_MAX,
  COUNT_PAGES_MAX,
  MERGE_MAX,
  PAGE_SIZE_MAX,
  PULL_WAIT_MAX,
  SEARCH_MAX,
  SIMILAR_MAX,
  SIMILAR_TEXT_MAX,
  SORTS,
  STATUSES,
} from './limits.ts'
import { OwnView } from './own.ts'
import { PageKey } from './page.ts'
import { Me, PersonRef } from './person.ts'
import { ReplyView } from './reply.ts'
import { Kind, Offers, SiteView } from './site.ts'
import { Language, Tree } from './text.ts'
import { ThreadView } from './thread.ts'

export const Sort = z.enum(SORTS).meta({ id: 'Sort' })
export type Sort = z.infer<typeof Sort>

/** Opaque: pass back what an earlier answer gave as `next`. */
export const Cursor = z.string().min(1).max(200)
const count = z.int().min(0)

/** A status, or `answered`: with an official or accepted answer. */
export const StatusFilter = z.enum([...STATUSES, 'answered']).meta({ id: 'StatusFilter' })
export type StatusFilter = z.infer<typeof StatusFilter>

/** `top`: by votes. `trending`: by recent support, whatever the thread's age. */
export const ListQuery = z.strictObject({
  page: PageKey.optional(),
  sort: Sort.default('recent'),
  kind: Kind.optional(),
  status: StatusFilter.optional(),
  label: LabelId.optional(),
  cursor: Cursor.optional(),
  size: z.coerce.number().int().min(1).max(PAGE_SIZE_MAX).optional(),
})
export type ListQuery = z.infer<typeof ListQuery>

/** `asOf` is the feed position the rows were read at. `next` is null on the last page. */
export const ThreadList = z
  .strictObject({ epoch: Epoch, asOf: Seq, threads: z.array(ThreadView), next: Cursor.nullable() })
  .meta({ id: 'ThreadList' })
export type ThreadList = z.infer<typeof ThreadList>

/** `total`: how many the list holds, where a status, a label or its order leaves some out. */
export const Counts = z
  .strictObject({
    ...{ all: count, question: count, idea: count, problem: count, praise: count },
    total: count.optional(),
  })
  .meta({ id: 'Counts' })
export type Counts = z.infer<typeof Counts>

export const SnapshotQuery = ListQuery.omit({ cursor: true })
/**
 * The widget's first answer; the same for everybody. Counts are of the scope (site or page), all kinds. `announced`:
 * what the team asks on this page and began on another, newest first; in the page's own order and without filters only.
 */
export const Snapshot = z
  .strictObject({
    protocol: z.int(),
    epoch: Epoch,
    asOf: Seq,
    site: SiteView,
    counts: Counts,
    threads: z.array(ThreadView),
    next: Cursor.nullable(),
    announced: z.array(ThreadView).max(ANNOUNCED_MAX).optional(),
    offers: Offers,
  })
  .meta({ id: 'Snapshot' })
export type Snapshot = z.infer<typeof Snapshot>

/** `replies` ascend by position; `earlier` is how many come before them, `before` the cursor to ask for them with. */
export const ThreadDetail = z
  .strictObject({
    epoch: Epoch,
    asOf: Seq,
    thread: ThreadView,
    body: Tree,
    replies: z.array(ReplyView),
    answers: z.array(ReplyView),
    earlier: count,
    before: Cursor.nullable(),
  })
  .meta({
    id: 'ThreadDetail',
    description: '`answers` holds the official and accepted reply when they are not among `replies`',
  })
export type ThreadDetail = z.infer<typeof ThreadDetail>

/** Who can be mentioned in a thread: its people, then the team. */
export const ThreadPeople = z.strictObject({ people: z.array(PersonRef) }).meta({ id: 'ThreadPeople' })
export type ThreadPeople = z.infer<typeof ThreadPeople>

export const RepliesQuery = z.strictObject({ before: Cursor })
export const ReplyList = z
  .strictObject({
    epoch: Epoch,
    asOf: Seq,
    replies: z.array(ReplyView),
    earlier: count,
    before: Cursor.nullable(),
  })
  .meta({ id: 'ReplyList' })
export type ReplyList = z.infer<typeof ReplyList>

export const SearchQuery = z.strictObject({
  q: z.string().min(1).max(SEARCH_MAX),
  page: PageKey.optional(),
  kind: Kind.optional(),
  status: StatusFilter.optional(),
  label: LabelId.optional(),
  cursor: Cursor.optional(),
  size: z.coerce.number().int().min(1).max(PAGE_SIZE_MAX).optional(),
})
export type SearchQuery = z.infer<typeof SearchQuery>
/** The viewer's own conversations. */
export const MineQuery = SearchQuery.omit({ q: true })
export type MineQuery = z.infer<typeof MineQuery>
/** `total` counts all pages. A page starts where the last one ended: what has moved down meanwhile comes twice. */
export const SearchResult = z
  .strictObject({
    epoch: Epoch,
    asOf: Seq,
    threads: z.array(ThreadView),
    total: count,
    next: Cursor.nullable(),
  })
  .meta({ id: 'SearchResult' })
export type SearchResult = z.infer<typeof SearchResult>

/** `q` is the beginning of a text being written, `language` its language (BCP 47) where it is not the site's. */
export const SimilarQuery = z.strictObject({
  q: z.string().min(1).max(SIMILAR_TEXT_MAX),
  language: Language.optional(),
})
/** At most three public threads of the site that say much the same: answered ones first, shipped and declined last. */
export const SimilarThreads = z
  .strictObject({ epoch: Epoch, asOf: Seq, threads: z.array(ThreadView).max(SIMILAR_MAX) })
  .meta({ id: 'SimilarThreads' })
export type SimilarThreads = z.infer<typeof SimilarThreads>

/** `?page=a&page=b`: one request for the badges of a whole index page. */
export const CountsQuery = z.strictObject({
  page: z.preprocess(v => (typeof v === 'string' ? [v] : v), z.array(PageKey).min(1).max(COUNT_PAGES_MAX)),
})
export const PageCounts = z
  .strictObject({
    epoch: Epoch,
    asOf: Seq,
    pages: z.array(z.strictObject({ key: z.string(), threads: count, messages: count })),
  })
  .meta({ id: 'PageCounts' })
export type PageCounts = z.infer<typeof PageCounts>

export const Revision = z
  .strictObject({ at: z.int(), by: PersonRef, title: z.string().nullable(), body: Tree })
  .meta({ id: 'Revision' })
/** Earlier wordings, newest first, of an edit that is marked. */
export const History = z.strictObject({ revisions: z.array(Revision) }).meta({ id: 'History' })
export type History = z.infer<typeof History>

export const ChangesQuery = z.strictObject({
  stream: StreamName,
  epoch: Epoch,
  since: z.coerce.number().int().min(0),
  wait: z.coerce.number().int().min(0).max(PULL_WAIT_MAX).optional(),
})

/** The viewer's own marks on the site: their messages and votes, newest first, up to 500. */
export const MyState = z
  .strictObject({ epoch: Epoch, asOf: Seq, me: Me, own: z.array(OwnView) })
  .meta({ id: 'MyState' })
export type MyState = z.infer<typeof MyState>

/** How many people will hear of a public decision: voters and followers of the thread and what was merged into it. */
export const AudienceCount = z.strictObject({ people: count }).meta({ id: 'AudienceCount' })
export type AudienceCount = z.infer<typeof AudienceCount>

/** `?also=t_1&also=t_2`: merged together with the thread of the address. */
export const MergeQuery = z.strictObject({
  into: ThreadId,
  also: z.preprocess(v => (typeof v === 'string' ? [v] : v), z.array(ThreadId).max(MERGE_MAX)).optional(),
})
/** What a merge would come to: the thread it leads to (in one hop), its votes and who would hear, each person once. */
export const MergePreview = z
  .strictObject({ into: ThreadView, votes: count, people: count })
  .meta({ id: 'MergePreview' })
export type MergePreview = z.infer<typeof MergePreview>
