import { SILENT_EDIT_MS } from '../../contract/limits.ts'
import { updateReply } from '../../store/replies.ts'
import { insertRevision } from '../../store/revisions.ts'
import { indexMessage, indexRoot } from '../../store/search.ts'
import { updateThread } from '../../store/threads.ts'
import { may } from '../access.ts'
import { command } from '../command.ts'
import { findMentions, mentionAnew } from '../mentioning.ts'
import { touchMerged } from '../merging.ts'
import { reasonsToHold } from '../moderate.ts'
import { refreshReferences } from '../references.ts'
import { findMessage } from '../subject.ts'
import { languageOf } from '../text/language.ts'
import { messageText } from '../text/message-text.ts'
import { touchMessage } from '../touches.ts'

/** Rewrites one's own message. Soon after posting silently; later marked, with the earlier wording kept for all. */
export const messageEdit = command({
  name: 'message.edit',
  find: (unit, input) => findMessage(unit, input.id),
  access: ({ viewer, now }, subject) => (may(viewer, 'edit', subject, now) ? 'allowed' : 'forbidden'),
  async run(unit, subject, input) {
    const { db, viewer, now } = unit
    const { thread, reply } = subject
    const message = reply ?? thread
    const typed = messageText(input.body)
    if (typed.source === message.source) return message.id
    const where = { thread: thread.id, note: reply?.note === 1 }
    const { text, mentioned } = await findMentions(unit, typed, where)
    const silent = now - message.created_at <= SILENT_EDIT_MS
    if (!silent)
      await insertRevision(db, {
        site_id: viewer.site.id,
        target_id: message.id,
        at: message.edited_at ?? message.created_at,
        by_id: viewer.person.id,
        title: reply ? null : thread.title,
        tree: message.tree,
      })
    // An edit must not smuggle in what would have been held; what is held stays so until staff decide.
    const why = message.visibility === 'held' ? [] : await reasonsToHold(unit, text, message.id)
    const visibility =
      message.visibility === 'held' || why.length > 0 ? ('held' as const) : ('public' as const)
    const language = languageOf(text.plain, message.language ?? undefined)
    const set = {
      source: text.source,
      tree: JSON.stringify(text.tree),
      language,
      excerpt: reply || thread.retitled ? text.excerpt : text.lead,
      visibility,
      ...(why.length > 0 && { held_for: JSON.stringify(why) }),
      edited_at: silent ? message.edited_at : now,
    }
    const title = thread.retitled ? thread.title : text.title
    if (reply) await updateReply(db, reply.id, set)
    else await updateThread(db, thread.id, { ...set, title })
    const words = { siteId: viewer.site.id, threadId: thread.id, text: text.plain }
    if (reply) await indexMessage(db, { ...words, messageId: reply.id, title: '' })
    else await indexRoot(db, { ...words, title, language: language ?? viewer.site.locale })
    await mentionAnew(unit, message.id, mentioned)
    const edited = reply
      ? { ...subject, reply: { ...reply, visibility } }
      : { ...subject, thread: { ...thread, visibility } }
    touchMessage(unit, edited, message.visibility)
    await refreshReferences(unit, edited, message.visibility)
    if (!reply) await touchMerged(unit, thread)
    return message.id
  },
})
