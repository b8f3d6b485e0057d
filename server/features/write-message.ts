import type { Status } from '../contract/thread.ts'
import { AppError } from '../lib/app-error.ts'
import { warmed } from '../lib/heat.ts'
import { followFirst } from '../store/marks.ts'
import { hasSpoken, insertReply } from '../store/replies.ts'
import type { ReplyRow, ThreadRow } from '../store/rows.ts'
import { indexMessage } from '../store/search.ts'
import { updateThread } from '../store/threads.ts'
import type { Wanted } from './attach-images.ts'
import { attachImages } from './attach-images.ts'
import { findMentions, mention } from './mentioning.ts'
import { messageId } from './message-id.ts'
import { reasonsToHold } from './moderate.ts'
import { whenToTell } from './telling.ts'
import { languageOf } from './text/language.ts'
import type { MessageText } from './text/message-text.ts'
import { touchOwn, touchReply, touchSeen, touchThread } from './touches.ts'
import type { Unit } from './unit.ts'

/** Columns every new message starts with. Its place in the feed is stamped at the end of the command. */
export async function newMessage(unit: Unit, text: MessageText, images: string | null) {
  const { viewer, now } = unit
  if (!viewer.person.name) throw new AppError('name_required')
  const why = await reasonsToHold(unit, text)
  return {
    site_id: viewer.site.id,
    author_id: viewer.person.id,
    source: text.source,
    tree: JSON.stringify(text.tree),
    excerpt: text.excerpt,
    votes: 0,
    reports: 0,
    staff_seq: 0,
    created_at: now,
    edited_at: null,
    visibility: why.length > 0 ? ('held' as const) : ('public' as const),
    held_for: why.length > 0 ? JSON.stringify(why) : null,
    removed_by: null,
    removed_reason: null,
    removed_at: null,
    removed_from: null,
    images,
    position: 0,
    seq: 0,
  }
}

export interface NewReply {
  text: MessageText
  to: string | null
  note: boolean
  status: Status | null
  /** What its author's screen speaks. */
  language?: string | undefined
  images?: Wanted | undefined
  /** Nobody is written to about it. */
  quiet?: boolean
}

/** Adds an entry under a thread and keeps the thread's head true. */
export async function writeReply(unit: Unit, thread: ThreadRow, made: NewReply): Promise<ReplyRow> {
  const { db, viewer, now } = unit
  const byStaff = viewer.person.role !== null
  const { text, mentioned } = await findMentions(unit, made.text, { thread: thread.id, note: made.note })
  // The team answers in the language of the thread, whatever their own screen speaks.
  const screen = byStaff ? (thread.language ?? made.language) : (made.language ?? thread.language)
  const id = await messageId(unit, 'reply')
  const reply: ReplyRow = {
    ...(await newMessage(unit, text, await attachImages(unit, id, made.images))),
    id,
    thread_id: thread.id,
    to_id: made.to,
    note: made.note ? 1 : 0,
    language: languageOf(text.plain, screen ?? undefined),
    status: made.status,
    tell_at: null,
  }
  const spoken = reply.visibility === 'public' && !reply.note
  if (spoken && !made.quiet) reply.tell_at = whenToTell(unit)
  const warms = spoken && !byStaff && reply.author_id !== thread.author_id
  const heat =
    warms && !(await hasSpoken(db, thread.id, reply.author_id)) ? warmed(thread.heat, now) : thread.heat
  await insertReply(db, reply)
  await indexMessage(db, {
    siteId: viewer.site.id,
    threadId: thread.id,
    messageId: reply.id,
    title: '',
    text: text.plain,
  })
  await updateThread(db, thread.id, { ...headAfter(thread, reply, byStaff), heat })
  touchReply(unit, thread, reply, { created: true })
  touchThread(unit, thread, spoken ? { active: true } : { audience: 'staff' })
  touchOwn(unit, reply.id, viewer.person.id)
  await mention(unit, reply.id, mentioned)
  if (spoken && byStaff) touchSeen(unit, thread)
  if (!byStaff && (await followFirst(db, { ...mark(unit), thread_id: thread.id })))
    touchOwn(unit, thread.id, viewer.person.id)
  return reply
}

const mark = ({ viewer, now }: Unit) => ({
  ...{ site_id: viewer.site.id, person_id: viewer.person.id, created_at: now },
})

function headAfter(thread: ThreadRow, reply: ReplyRow, byStaff: boolean) {
  if (reply.note) return { notes: thread.notes + 1 }
  if (reply.visibility !== 'public') return { notes: thread.notes }
  const waiting = {
    // The older of both: a clock may have been set back.
    waiting_since: byStaff ? null : Math.min(thread.waiting_since ?? reply.created_at, reply.created_at),
    // Whoever writes again is not done with.
    ...(!byStaff && { done_at: null }),
  }
  if (reply.status) return waiting
  return {
    ...waiting,
    replies: thread.replies + 1,
    last_reply_id: reply.id,
    ...(byStaff && { staff_reply_id: reply.id }),
  }
}

/** Status entries may have no words at all. */
export const wordless: MessageText = { source: '', tree: [], plain: '', excerpt: '', title: '', lead: '' }
