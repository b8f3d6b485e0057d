import { REPLIES_SIZE } from '../../contract/limits.ts'
import type { History, ReplyList, ThreadDetail, ThreadPeople } from '../../contract/reads.ts'
import { AppError } from '../../lib/app-error.ts'
import { peopleByIds } from '../../store/people.ts'
import { findReply, listReplies, repliesByIds } from '../../store/replies.ts'
import { listRevisions } from '../../store/revisions.ts'
import type { ReplyRow, SiteRow, ThreadRow } from '../../store/rows.ts'
import type { Db, Store } from '../../store/store.ts'
import { findThread } from '../../store/threads.ts'
import { maySee } from '../access.ts'
import { createLoader } from '../loader.ts'
import { mentionable } from '../mentioning.ts'
import { personRefs } from '../person-refs.ts'
import { gatherReplies } from '../records.ts'
import type { Audience, Viewer } from '../viewer.ts'
import { audienceOf } from '../viewer.ts'
import { bodyView, replyView } from '../views.ts'
import { asOf, drawThreads } from './lists.ts'

/** The thread with its newest replies. @throws AppError `not_found` alike for unknown, foreign and hidden ids */
export const threadDetail = (store: Store, viewer: Viewer, id: string): Promise<ThreadDetail> =>
  store.read(async db => {
    const { site } = viewer
    const row = await visibleThread(db, viewer, id)
    const audience = audienceOf(viewer)
    const [thread] = await drawThreads(db, site, [row], audience)
    const body = bodyView(row, audience)
    if (!thread || !body) throw new AppError('not_found')
    const page = await readReplies(db, viewer, row, null)
    const shown = new Set(page.replies.map(reply => reply.id))
    const marked = [row.accepted_id, row.official_id].filter(id => id !== null && !shown.has(id)) as string[]
    const answers = await repliesByIds(db, site.id, [...new Set(marked)])
    return {
      ...(await asOf(db, site.id)),
      thread,
      body: body.body,
      answers: await drawReplies(db, site, row, answers, audience),
      ...page,
    }
  })

/** Replies before a cursor of an earlier answer. */
export const earlierReplies = (
  store: Store,
  viewer: Viewer,
  id: string,
  before: string,
): Promise<ReplyList> =>
  store.read(async db => {
    const row = await visibleThread(db, viewer, id)
    const position = Number(before)
    if (!Number.isSafeInteger(position))
      throw new AppError('invalid', { issues: [{ path: 'before', message: 'Not a cursor of this list' }] })
    return { ...(await asOf(db, viewer.site.id)), ...(await readReplies(db, viewer, row, position)) }
  })

/** Who can be mentioned in a thread. */
export const threadPeople = (store: Store, viewer: Viewer, id: string): Promise<ThreadPeople> =>
  store.read(async db => {
    const thread = await visibleThread(db, viewer, id)
    const where = { siteId: viewer.site.id, thread: thread.id, note: false }
    return { people: (await mentionable(db, where)).map(personRefs(viewer.site)) }
  })

/** Earlier wordings of a message that can still be read. */
export const history = (store: Store, viewer: Viewer, id: string): Promise<History> =>
  store.read(async db => {
    const { site } = viewer
    const reply = id.startsWith('r_') ? await findReply(db, site.id, id) : null
    if (reply === undefined) throw new AppError('not_found')
    const thread = await visibleThread(db, viewer, reply?.thread_id ?? id)
    const readable = viewer.role ? ['public', 'held'] : ['public']
    const message = reply ?? thread
    if (!maySee(viewer, { site, thread, reply }) || !readable.includes(message.visibility))
      throw new AppError('not_found')
    const revisions = await listRevisions(db, site.id, id)
    const people = await peopleByIds(db, [...new Set(revisions.map(revision => revision.by_id))])
    const refer = personRefs(site)
    return {
      revisions: revisions.map(revision => ({
        at: revision.at,
        by: refer(people.get(revision.by_id)),
        title: revision.title,
        body: JSON.parse(revision.tree),
      })),
    }
  })

async function visibleThread(db: Db, viewer: Viewer, id: string): Promise<ThreadRow> {
  const thread = await findThread(db, viewer.site.id, id)
  const everybody = { ...viewer, person: null }
  if (!thread || !maySee(everybody, { site: viewer.site, thread, reply: null }))
    throw new AppError('not_found')
  return thread
}

async function readReplies(db: Db, viewer: Viewer, thread: ThreadRow, before: number | null) {
  const { rows, earlier } = await listReplies(db, {
    threadId: thread.id,
    forStaff: viewer.role !== null,
    before,
    size: REPLIES_SIZE,
  })
  const first = rows[0]
  return {
    replies: await drawReplies(db, viewer.site, thread, rows, audienceOf(viewer)),
    earlier,
    before: earlier > 0 && first ? String(first.position) : null,
  }
}

async function drawReplies(db: Db, site: SiteRow, thread: ThreadRow, rows: ReplyRow[], audience: Audience) {
  const records = await gatherReplies(createLoader(db, site.id), site, rows, new Map([[thread.id, thread]]))
  return records.flatMap(record => replyView(record, audience) ?? [])
}
