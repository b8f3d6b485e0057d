import type { CommandResult } from '../../server/contract/commands.ts'
import { failureOf, refusal } from '../api/http.ts'
import { batch, signal } from '../signals/signal.ts'
import type { Ends, Entry, Kept, Outbox, Parts, Told } from './outbox-entry.ts'
import { SENDING } from './outbox-entry.ts'
import type { Delivery, Failure, FailureCode } from './types.ts'

const FIRST_RETRY = 2_000
const LONGEST_RETRY = 60_000
/** A sender that says nothing for so long sleeps, as tabs in the background may. */
const PATIENCE = 12_000
/** What another tab has taken off the shelf stays on screen until its answer or its frame comes, or for so long. */
const WORD_WITHIN = 1_500

/** Those that say nothing about the message itself. */
const PASSING = new Set<FailureCode>(['network', 'busy', 'internal'])

const same = (list: readonly Kept[]) => list

/**
 * Sends each entry until the server has answered it: in order within a lane, again after a failure of the network, and
 * from one tab at a time. The shelf is the truth about what is kept; what is on screen follows it.
 */
export const createOutbox = ({ shelf, join, alone }: Parts, ends: Ends): Outbox => {
  const entries = signal<readonly Entry[]>([])
  const flying = new Set<Entry>()
  /** What has left does not come back by a look that was slower. */
  const gone = new Set<string>()
  const waiters = new Map<
    string,
    { resolve: (result?: CommandResult) => void; reject: (why: Error) => void }
  >()
  let timer: ReturnType<typeof setTimeout> | null = null
  let impatient: ReturnType<typeof setInterval> | undefined
  let tries = 0
  let ended = false
  let asked = false
  /** Lets another tab send; null while it is not ours to do. */
  let rest: (() => void) | null = null

  const find: Outbox['find'] = id => entries.peek().find(entry => entry.id === id)
  const show = (next: readonly Entry[]) => {
    entries.value = next
  }
  const resolve = (entry: Entry, result?: CommandResult) => {
    waiters.get(entry.id)?.resolve(result)
    waiters.delete(entry.id)
  }
  const move = (entry: Entry, delivery: Delivery) => {
    entry.delivery = delivery
    show([...entries.peek()])
    ends.moved(entry)
    if (delivery.state === 'queued') resolve(entry)
  }
  const drop = (entry: Entry) =>
    batch(() => {
      gone.add(entry.id)
      show(entries.peek().filter(other => other !== entry))
      resolve(entry)
      ends.left(entry)
    })
  const finish = (entry: Entry, result: CommandResult) =>
    batch(() => {
      resolve(entry, result)
      ends.accepted(entry, result)
      drop(entry)
    })

  const take = (list: readonly Kept[]) =>
    batch(() => {
      for (const kept of list) {
        const known = find(kept.id)
        if (known) known.stored = true
        // How it goes, the sender knows best.
        if (known && !rest && known.delivery.state !== kept.delivery.state) move(known, kept.delivery)
        if (known || gone.has(kept.id)) continue
        const entry = { ...kept, stored: true, counted: false }
        show([...entries.peek(), entry])
        ends.came(entry)
        ends.moved(entry)
      }
      const ids = new Set(list.map(kept => kept.id))
      for (const entry of entries.peek())
        if (entry.stored && !flying.has(entry) && !ids.has(entry.id)) {
          entry.stored = false
          setTimeout(() => !entry.stored && !ended && find(entry.id) === entry && drop(entry), WORD_WITHIN)
        }
    })
  const look = async (change = same) => {
    const kept = await shelf.update(was => {
      const next = change(was ?? [])
      return next.length ? next : null
    })
    if (!ended) take(kept ?? [])
    pump()
  }
  const update = async (change: typeof same, message: Told = {}) => {
    await look(change)
    if (!ended) tabs.tell(message)
  }
  /** The states of all entries, as they are here. */
  const save = (message?: Told) =>
    void update(
      list => list.map(kept => ({ ...kept, delivery: find(kept.id)?.delivery ?? kept.delivery })),
      message,
    )
  const again = (entry: Entry) => {
    stopWaiting()
    if (!flying.has(entry)) move(entry, SENDING)
  }
  const unstore = ({ id, keep }: Entry) => keep && void update(list => list.filter(kept => kept.id !== id))
  const remove = (entry: Entry) => {
    drop(entry)
    unstore(entry)
  }

  const stopWaiting = () => {
    if (timer) clearTimeout(timer)
    timer = null
  }
  const wait = ({ retryAfter }: Failure) => {
    const spread = Math.random() * Math.min(LONGEST_RETRY, FIRST_RETRY * 2 ** tries++)
    const turn = () => {
      timer = null
      pump()
    }
    timer ??= setTimeout(turn, Math.max(spread, (retryAfter ?? 0) * 1000))
  }
  /** What cannot go now says so. */
  const hold = (failure: Failure | null) => {
    const waiting = entries
      .peek()
      .filter(entry => entry.keep && entry.delivery.state === 'sending' && !flying.has(entry))
    for (const entry of waiting) move(entry, { state: 'queued', failure })
    if (waiting.length) save()
  }

  const failed = (entry: Entry, failure: Failure) => {
    if (entry.counted && entry.keep) return remove(entry)
    if (entry.keep && PASSING.has(failure.code)) {
      wait(failure)
      return hold(failure)
    }
    const waiter = waiters.get(entry.id)
    waiters.delete(entry.id)
    waiter?.reject(refusal(failure.code, failure.retryAfter))
    if (!ends.refused(entry, failure, Boolean(waiter))) return remove(entry)
    move(entry, { state: 'failed', failure })
    save()
  }

  const ship = async (entry: Entry) => {
    flying.add(entry)
    if (entry.delivery.state === 'queued') {
      move(entry, SENDING)
      save()
    }
    try {
      const result = await ends.send(entry)
      flying.delete(entry)
      tries = 0
      // Whoever has been forgotten meanwhile has nothing more to hear of it.
      if (find(entry.id) === entry) finish(entry, result)
      // Before it leaves the shelf: whoever misses it there is to know why.
      tabs.tell({ id: entry.id, result })
      unstore(entry)
    } catch (thrown) {
      flying.delete(entry)
      if (find(entry.id) === entry) failed(entry, failureOf(thrown))
    }
    pump()
  }

  const lead = async (steal: boolean) => {
    asked = true
    clearInterval(impatient)
    impatient = setInterval(() => {
      if (!rest && entries.peek().some(entry => entry.keep && entry.delivery.state === 'sending'))
        void lead(true)
    }, PATIENCE)
    const work = () =>
      new Promise<void>(done => {
        if (ended) return done()
        void look().then(() => {
          // Whoever sends here next must not wait for who has gone.
          if (ended) return done()
          rest = done
          pump()
        })
      })
    await alone(work, steal).catch(() => {})
    clearInterval(impatient)
    asked = false
    rest = null
    pump()
  }

  const pump = () => {
    if (ended) return
    if (timer && rest) hold(null)
    const busy = new Set<string>()
    let waiting = false
    for (const entry of entries.peek()) {
      if (entry.delivery.state === 'failed' || busy.has(entry.lane)) continue
      busy.add(entry.lane)
      waiting ||= entry.keep
      if (flying.has(entry) || (entry.keep && !(rest && entry.stored && !timer))) continue
      if (entry.counted) remove(entry)
      else void ship(entry)
    }
    if (waiting) {
      if (!asked) void lead(false)
    } else if (rest) {
      // Whoever sends next is to find all that was stored here.
      void shelf.update(list => list).then(rest)
      rest = null
    }
  }

  const tabs = join(({ id, result }) => {
    const entry = find(id)
    if (id && result) gone.add(id)
    if (entry && result && !flying.has(entry)) finish(entry, result)
    if (result) return
    if (entry && rest) again(entry)
    void look()
  })

  return {
    entries,
    find,
    add: fresh =>
      new Promise((resolve, reject) => {
        const kept: Kept = { ...fresh, delivery: SENDING }
        waiters.set(fresh.id, { resolve, reject })
        show([...entries.peek(), { ...kept, stored: false, counted: false }])
        if (fresh.keep) void update(list => [...list, kept])
        else pump()
      }),
    count: entry => {
      entry.counted = true
      show([...entries.peek()])
      pump()
    },
    retry: entry => {
      again(entry)
      save({ id: entry.id })
    },
    amend: (entry, input) => {
      entry.input = input
      return look(list => list.map(kept => (kept.id === entry.id ? { ...kept, input } : kept)))
    },
    remove,
    wake: () => {
      stopWaiting()
      void look()
    },
    end: () => {
      ended = true
      stopWaiting()
      clearInterval(impatient)
      rest?.()
      tabs.end()
    },
  }
}
