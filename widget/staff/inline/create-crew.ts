import { failureOf } from '../../api/http.ts'
import type { InlineConversation } from '../../model/inline-conversation.ts'
import type { Failure } from '../../model/types.ts'
import { effect, signal } from '../../signals/signal.ts'
import { failureText } from '../../thread/failure-text.ts'
import type { Widget } from '../../thread/widget.ts'
import { createReplies } from '../composer/create-replies.ts'
import type { Call } from '../moves/inverse.ts'
import { sayCall } from '../moves/said.ts'
import type { Crew, Mode } from '../team.ts'
import { createTexts } from '../texts.ts'
import type { Here } from './here.ts'
import { createMemoryStorage } from './memory-storage.ts'

/** What the pieces of the admin that also stand on a brand's page find around themselves there. */
export const createCrew = (
  { colleagues, duty, renew }: Here,
  conversation: InlineConversation,
  widget: Pick<Widget, 'brand' | 'formats' | 'said' | 't' | 'writing'>,
): Crew => {
  const t = createTexts(widget.formats)
  const mode = signal<Mode>('public')
  const explain = (failure: Failure): string => {
    if (failure.code === 'unauthenticated') {
      duty.lose()
      return t('in.over')
    }
    if (failure.code === 'stale') return t('s.stale')
    if (failure.code === 'forbidden') return t('s.refused')
    if (failure.code === 'reason_required') return t('s.reasonNeeded')
    return failureText(failure, widget)
  }
  const run = async ({ name, input }: Call) => {
    try {
      await conversation.run(name, input)
      return null
    } catch (thrown) {
      return explain(failureOf(thrown))
    }
  }
  const change: Crew['change'] = async (calls, { quiet } = { quiet: false }) => {
    for (const call of calls) {
      const trouble = await run(call)
      if (trouble !== null && !quiet) widget.said.value = { voice: 'assertive', text: trouble }
      if (trouble !== null) return trouble
      widget.said.value = { voice: 'polite', text: sayCall(call, t) }
    }
    return null
  }
  const replies = createReplies({
    conversation,
    mode,
    opened: () => conversation.opened.peek()?.id ?? null,
    sendLeaving: ({ thread, body, to, seen }) =>
      conversation.runLeaving('reply.post', { thread, body, seen, ...(to && { to: to.id }) }),
    storage: createMemoryStorage('outgoing'),
    t,
    widget,
  })
  // An ending conversation closes its thread: what still waits must have gone by then.
  conversation.beforeEnd(replies.outgoing.end)
  let before: string | null = null
  effect(() => {
    const thread = conversation.opened.value?.id ?? null
    if (thread === before) return
    // Out of sight nobody could take it back.
    if (before) replies.outgoing.flush(before)
    before = thread
    // At once, and never under a hand: one thread's note is no reason to begin the next one's.
    mode.value = 'public'
  })
  return {
    ...replies,
    colleagues,
    composeIn: signal(null),
    mayAct: () => {
      if (!duty.over.peek()) return true
      widget.said.value = { voice: 'assertive', text: t('in.over') }
      renew()
      return false
    },
    me: duty.me.peek(),
    t,
    mode,
    conversation,
    desk: { read: path => conversation.read(path) },
    change,
    act: async (name, input) => {
      await change([{ name, input } as Call])
    },
  }
}
