import type { Storage } from '../../api/storage.ts'
import { newId } from '../../model/new-id.ts'
import type { Picture } from '../../model/new-message.ts'
import type { ReadonlySignal } from '../../signals/signal.ts'
import { signal } from '../../signals/signal.ts'

/** A public reply that can still be taken back. `until`: when it goes, in milliseconds. */
export interface Outgoing {
  readonly key: string
  readonly thread: string
  readonly body: string
  /** Not stored: what a crash leaves behind is the text. */
  readonly pictures?: readonly Picture[]
  readonly to: { readonly id: string; readonly name: string } | null
  /** Position of the newest entry its author had before them. */
  readonly seen: number
  readonly until: number
}

export interface OutgoingReplies {
  readonly list: ReadonlySignal<readonly Outgoing[]>
  /** How long replies wait, in seconds; 0: not at all. */
  readonly wait: () => number
  setWait: (seconds: number) => void
  add: (reply: Omit<Outgoing, 'key' | 'until'>) => void
  /** Takes the newest of a thread back; null when none waits. */
  takeBack: (thread: string) => Outgoing | null
  /** Sends what waits: of one thread, or all. */
  flush: (thread?: string) => void
  end: () => void
}

const WAIT = 5
const NAME = 'outgoing'
/** Milliseconds after which what another page kept here was left behind, and not in its wait. */
const LEFT = 5_000

/**
 * Keeps public replies back for a moment. They are stored meanwhile; leaving sends them, and what a crash left
 * behind is handed to `rescue`.
 */
export const createOutgoing = (
  storage: Storage,
  {
    send,
    rescue,
  }: {
    /** `leaving`: the page may not be there in a moment. */
    send: (reply: Outgoing, leaving: boolean) => void
    rescue: (thread: string, body: string) => void
  },
): OutgoingReplies => {
  const list = signal<readonly Outgoing[]>([])
  const timers = new Map<string, ReturnType<typeof setTimeout>>()
  const stored = () => storage.read<Outgoing[]>(NAME) ?? []
  const store = (replies: readonly Outgoing[]) => storage.write(NAME, replies.length ? replies : null)

  const drop = (reply: Outgoing) => {
    clearTimeout(timers.get(reply.key))
    timers.delete(reply.key)
    list.value = list.peek().filter(other => other !== reply)
    store(stored().filter(({ key }) => key !== reply.key))
  }
  const go = (reply: Outgoing, leaving: boolean) => {
    drop(reply)
    send(reply, leaving)
  }
  const flush = (thread?: string) => {
    for (const reply of list.peek()) if (!thread || reply.thread === thread) go(reply, false)
  }
  const leaveNow = () => {
    for (const reply of list.peek()) go(reply, true)
  }
  const leave = () => {
    if (document.hidden) leaveNow()
  }
  document.addEventListener('visibilitychange', leave)
  addEventListener('pagehide', leaveNow)

  const abandoned = stored().filter(({ until }) => until + LEFT < Date.now())
  if (abandoned.length) store(stored().filter(reply => reply.until + LEFT >= Date.now()))
  for (const { thread, body } of abandoned) rescue(thread, body)

  const wait = () => storage.read<number>('wait') ?? WAIT
  return {
    list,
    wait,
    setWait: seconds => storage.write('wait', seconds),
    add: given => {
      const reply = { ...given, key: newId(), until: Date.now() + wait() * 1000 }
      if (!wait()) return send(reply, false)
      list.value = [...list.peek(), reply]
      const { pictures, ...kept } = reply
      store([...stored(), kept])
      timers.set(
        reply.key,
        setTimeout(() => go(reply, false), wait() * 1000),
      )
    },
    takeBack: thread => {
      const reply = list.peek().findLast(one => one.thread === thread)
      if (!reply) return null
      drop(reply)
      return reply
    },
    flush,
    end: () => {
      leaveNow()
      document.removeEventListener('visibilitychange', leave)
      removeEventListener('pagehide', leaveNow)
    },
  }
}
