import type { ReadonlySignal } from '../signals/signal.ts'
import { computed, effect } from '../signals/signal.ts'
import type { Hosted } from './hosted.ts'
import type { Tell } from './tell.ts'

/** Runs with every value that is another than the one before, the first one left out. */
const onChange = <T>(value: ReadonlySignal<T>, run: (now: T) => void) => {
  let before = value.peek()
  return effect(() => {
    const now = value.value
    if (Object.is(now, before)) return
    before = now
    run(now)
  })
}

/** Tells the page what happens. Answers how to end it. */
export const follow = (hosted: Hosted, tell: Tell): (() => void) => {
  const { conversation } = hosted.widget
  const { counts, home, me, notice, opened, phase, shown, site } = conversation
  const unread = computed(
    () => home.items.value.filter(item => item.own.value.following && item.unread.value).length,
  )
  const posted = new Set<string>()
  let isReady = false

  const ends = [
    effect(() => {
      if (phase.value === 'failed')
        tell(hosted, 'error', { code: conversation.failure.peek()?.code ?? 'internal' })
      if (phase.value !== 'ready' || isReady) return
      isReady = true
      tell(hosted, 'ready', { site: site.peek()?.id ?? '', conversations: counts.peek().all })
    }),
    onChange(shown, open => tell(hosted, open ? 'open' : 'close', {})),
    onChange(unread, count => tell(hosted, 'unread', { count })),
    onChange(me, now => tell(hosted, 'identify', now ?? { id: null, name: null, verified: false })),
    onChange(notice, now => {
      if (now?.failure) tell(hosted, 'error', { code: now.failure.code })
    }),
    effect(() => {
      if (opened.value) tell(hosted, 'thread', { thread: opened.value.id })
    }),
    effect(() => {
      const replies = opened.value?.replies.value ?? []
      for (const item of [...home.items.value, ...replies]) {
        const id = item.id.value
        // What was written here keeps the key it was written under.
        if (!id?.endsWith(`_${item.key}`) || posted.has(id)) continue
        posted.add(id)
        const row = item.row.peek()
        const isReply = 'thread' in row
        tell(hosted, 'post', { id, thread: isReply ? row.thread : id, reply: isReply })
      }
    }),
  ]
  return () => {
    for (const end of ends) end()
  }
}
