import type { Storage } from '../../api/storage.ts'
import type { Conversation } from '../../model/types.ts'
import { effect, signal } from '../../signals/signal.ts'
import { draftOf } from '../../thread/draft-of.ts'
import type { Widget } from '../../thread/widget.ts'
import type { Crew } from '../team.ts'
import type { Outgoing } from './outgoing.ts'
import { createOutgoing } from './outgoing.ts'

interface Around extends Pick<Crew, 'mode' | 't'> {
  conversation: Conversation
  /** Where replies are kept while they wait. */
  storage: Storage
  widget: Pick<Widget, 'said' | 'writing'>
  /** The thread in sight. */
  opened: () => string | null
  /** Sends where the page may be leaving and keeps nothing for the next visit; false where it did not go. */
  sendLeaving?: (reply: Outgoing) => Promise<boolean>
}

type Written = Omit<Outgoing, 'key' | 'until'>

/** Public replies of the team: they wait a moment, and come back where somebody else was faster. */
export const createReplies = ({
  conversation,
  mode,
  opened,
  sendLeaving,
  storage,
  t,
  widget,
}: Around): Pick<Crew, 'late' | 'outgoing' | 'takeBackReply'> => {
  const late = signal<{ thread: string; seen: number } | null>(null)
  let hasEnded = false
  const rescue = (thread: string, body: string) =>
    void conversation.writer().then(
      ({ drafts }) => {
        drafts.set(thread, [body, drafts.get(thread)].filter(Boolean).join('\n\n'))
        // Nobody else would write them down.
        if (hasEnded) drafts.end()
      },
      () => {},
    )
  const putBack = ({ thread, body, pictures = [], to }: Written) => {
    const writing = widget.writing(thread)
    writing.pictures.value = [...draftOf(pictures), ...writing.pictures.peek()]
    writing.text.value = [body, writing.text.peek().trim()].filter(Boolean).join('\n\n')
    writing.to.value = to
    return writing
  }
  /** To the composer, with what others said meanwhile above it. */
  const giveBack = (reply: Written) => {
    late.value = { thread: reply.thread, seen: reply.seen }
    const { field } = putBack(reply)
    widget.said.value = { voice: 'assertive', text: t('s.newerAsk') }
    field?.focus()
  }
  const send = async (reply: Outgoing, leaving: boolean) => {
    if (leaving && sendLeaving) {
      if (await sendLeaving(reply)) return
      // Where its composer is gone it waits as a draft for the next one.
      if (widget.writing(reply.thread).field) putBack(reply)
      else rescue(reply.thread, reply.body)
      return
    }
    const { thread, body, pictures = [], to, seen } = reply
    const writer = await conversation.writer().catch(() => null)
    if (!writer) return rescue(thread, body)
    const item = writer.reply({ thread, body, pictures, seen, ...(to && { to: to.id }) })
    const stop = effect(() => {
      const delivery = item.delivery.value
      if (delivery?.state !== 'failed' || delivery.failure?.code !== 'stale') return
      // Not inside the outbox's own change.
      setTimeout(() => {
        stop()
        if (writer.takeBack(item.key)) giveBack(reply)
      })
    })
  }
  const outgoing = createOutgoing(storage, { send: (reply, leaving) => void send(reply, leaving), rescue })
  return {
    late,
    outgoing: {
      ...outgoing,
      add: reply => {
        outgoing.add(reply)
        // No browser goes on uploading for a page that is left: these are in the outbox by then.
        if (sendLeaving && reply.pictures?.length) outgoing.flush(reply.thread)
      },
      end: () => {
        hasEnded = true
        outgoing.end()
      },
    },
    takeBackReply: () => {
      const thread = opened()
      const reply = thread ? outgoing.takeBack(thread) : null
      if (!reply) return false
      const writing = putBack(reply)
      mode.value = 'public'
      setTimeout(() => writing.field?.focus())
      return true
    },
  }
}
