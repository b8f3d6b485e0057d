import { failureOf } from '../../api/http.ts'
import type { InlineConversation } from '../../model/inline-conversation.ts'
import type { Failure } from '../../model/types.ts'
import { effect, signal } from '../../signals/signal.ts'
import { failureText } from '../../thread/failure-text.ts'
import type { Widget } from '../../thread/widget.ts'
import type { Call } from '../moves/inverse.ts'
import { sayCall } from '../moves/said.ts'
import type { Crew, Mode } from '../team.ts'
import { createTexts } from '../texts.ts'
import type { Here } from './here.ts'

/** What the pieces of the admin that also stand on a brand's page find around themselves there. */
export const createCrew = (
  { duty }: Here,
  conversation: InlineConversation,
  widget: Pick<Widget, 'brand' | 'formats' | 'said' | 't'>,
): Crew => {
  const t = createTexts(widget.formats)
  const mode = signal<Mode>('public')
  // At once, and never under a hand: one thread's note is no reason to begin the next one's.
  effect(() => {
    void conversation.opened.value
    mode.value = 'public'
  })
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
  return {
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
