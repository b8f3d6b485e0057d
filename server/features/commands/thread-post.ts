import { heatAtBirth } from '../../lib/heat.ts'
import { followFirst } from '../../store/marks.ts'
import { upsertPage } from '../../store/pages.ts'
import type { ThreadRow } from '../../store/rows.ts'
import { indexRoot } from '../../store/search.ts'
import { insertThread } from '../../store/threads.ts'
import { addVote } from '../../store/votes.ts'
import { mayAnnounce } from '../access.ts'
import { attachImages } from '../attach-images.ts'
import { command } from '../command.ts'
import { findMentions, mention } from '../mentioning.ts'
import { messageId } from '../message-id.ts'
import { languageOf } from '../text/language.ts'
import { messageText } from '../text/message-text.ts'
import { touchBody, touchOwn, touchThread } from '../touches.ts'
import { newMessage } from '../write-message.ts'

/** Starts a conversation on a page. A visitor's own thread begins with their vote; staff do not vote. */
export const threadPost = command({
  name: 'thread.post',
  find: async unit => unit.viewer.site,
  access: ({ viewer }, site, input) => {
    if (site.closed && !viewer.role) return 'site_closed'
    if (input.announce && !mayAnnounce(viewer)) return 'forbidden'
    return JSON.parse(site.kinds).includes(input.kind) || viewer.role ? 'allowed' : 'kind_closed'
  },
  async run(unit, site, input) {
    const { db, viewer, now } = unit
    const { text, mentioned } = await findMentions(unit, messageText(input.body), {
      thread: null,
      note: false,
    })
    const page = await upsertPage(db, site.id, input.page)
    const byVisitor = viewer.person.role === null
    const id = await messageId(unit, 'thread')
    const thread: ThreadRow = {
      ...(await newMessage(unit, text, await attachImages(unit, id, input.images))),
      id,
      page_id: page.id,
      kind: input.kind,
      title: text.title,
      excerpt: text.lead,
      retitled: 0,
      language: languageOf(text.plain, input.language),
      votes: byVisitor ? 1 : 0,
      status: 'open',
      status_reason: null,
      status_link: null,
      status_by: null,
      status_at: null,
      official_id: null,
      accepted_id: null,
      replies: 0,
      notes: 0,
      last_reply_id: null,
      staff_reply_id: null,
      activity: 0,
      activity_at: now,
      waiting_since: byVisitor ? now : null,
      pinned: 0,
      locked: 0,
      assignee_id: null,
      staff_seq: 0,
      heat: heatAtBirth(now),
      seen_by: null,
      seen_at: null,
      done_at: null,
      canonical_id: null,
      merged_into: null,
      merged_at: null,
      merged_by: null,
      announced: input.announce ? JSON.stringify(input.announce) : null,
    }
    await insertThread(db, thread)
    await indexRoot(db, {
      siteId: site.id,
      threadId: thread.id,
      title: text.title,
      text: text.plain,
      language: thread.language ?? site.locale,
    })
    if (byVisitor) {
      const mark = { site_id: site.id, person_id: viewer.person.id, created_at: now }
      await addVote(db, { ...mark, target_id: thread.id })
      await followFirst(db, { ...mark, thread_id: thread.id })
    }
    await mention(unit, thread.id, mentioned)
    touchThread(unit, thread, { created: true })
    touchBody(unit, thread)
    touchOwn(unit, thread.id, viewer.person.id)
    return thread.id
  },
})
