import type { Queue as Page, QueueEntry } from '../../../server/contract/queue.ts'
import { failureOf } from '../../api/http.ts'
import type { SiteDesk } from '../../api/site-desk.ts'
import type { Failure, Phase } from '../../model/types.ts'
import type { ReadonlySignal, Signal } from '../../signals/signal.ts'
import { batch, computed, signal } from '../../signals/signal.ts'

export type QueueName = 'held' | 'reported' | 'hidden'
/** What was decided about a message in this visit. */
export type Decision = 'approved' | 'hidden' | 'spam'

/** Messages that wait for somebody, or that were hidden. What is decided stays in its place until the view is left. */
export interface Queue {
  readonly name: ReadonlySignal<QueueName>
  readonly phase: ReadonlySignal<Phase>
  readonly failure: ReadonlySignal<Failure | null>
  readonly busy: ReadonlySignal<boolean>
  readonly entries: ReadonlySignal<readonly QueueEntry[]>
  readonly counts: ReadonlySignal<Page['counts']>
  readonly decided: Signal<ReadonlyMap<string, Decision>>
  readonly hasMore: ReadonlySignal<boolean>
  /** New ones that wait behind the pill. */
  readonly fresh: ReadonlySignal<number>
  show: (name: QueueName) => Promise<void>
  more: () => Promise<QueueEntry | null>
  showFresh: () => QueueEntry | null
  /** Looks for what came meanwhile, and counts again. */
  look: () => Promise<void>
}

export const createQueue = ({ read }: SiteDesk): Queue => {
  const name = signal<QueueName>('held')
  const phase = signal<Phase>('loading')
  const failure = signal<Failure | null>(null)
  const busy = signal(false)
  const entries = signal<readonly QueueEntry[]>([])
  const arrived = signal<readonly QueueEntry[]>([])
  const counts = signal<Page['counts']>({ held: 0, reported: 0, hidden: 0 })
  const decided = signal<ReadonlyMap<string, Decision>>(new Map())
  const next = signal<string | null>(null)
  let turn = 0

  const ask = (more: { cursor?: string } = {}) => read<Page>('/queue', { queue: name.peek(), ...more })
  const known = (id: string) => entries.peek().some(entry => entry.id === id)

  const show: Queue['show'] = async to => {
    const mine = ++turn
    name.value = to
    busy.value = true
    try {
      const page = await ask()
      if (mine !== turn) return
      batch(() => {
        entries.value = page.entries
        counts.value = page.counts
        next.value = page.next
        arrived.value = []
        decided.value = new Map()
        failure.value = null
        phase.value = 'ready'
      })
    } catch (thrown) {
      if (mine !== turn) return
      failure.value = failureOf(thrown)
      phase.value = 'failed'
    } finally {
      if (mine === turn) busy.value = false
    }
  }

  return {
    name,
    phase,
    failure,
    busy,
    entries,
    counts,
    decided,
    hasMore: computed(() => next.value !== null),
    fresh: computed(() => arrived.value.length),
    show,
    more: async () => {
      const cursor = next.peek()
      if (!cursor || busy.peek()) return null
      const mine = turn
      busy.value = true
      try {
        const page = await ask({ cursor })
        if (mine !== turn) return null
        const added = page.entries.filter(({ id }) => !known(id))
        batch(() => {
          entries.value = [...entries.peek(), ...added]
          next.value = page.next
        })
        return added[0] ?? null
      } catch (thrown) {
        failure.value = failureOf(thrown)
        return null
      } finally {
        if (mine === turn) busy.value = false
      }
    },
    showFresh: () => {
      const fresh = arrived.peek()
      batch(() => {
        entries.value = [...entries.peek(), ...fresh]
        arrived.value = []
      })
      return fresh[0] ?? null
    },
    look: async () => {
      const mine = turn
      // Without its numbers the queue still works; the next change asks again.
      const page = await ask().catch(() => null)
      if (!page || mine !== turn) return
      batch(() => {
        counts.value = page.counts
        // The oldest come first: what is new may be beyond the first page, where Show more finds it.
        if (next.peek() === null) arrived.value = page.entries.filter(({ id }) => !known(id))
      })
    },
  }
}
