import type { InboxCounts, InboxView, Inbox as Page } from '../../server/contract/inbox.ts'
import type { PersonRef } from '../../server/contract/person.ts'

import type { ThreadView } from '../../server/contract/thread.ts'
import { failureOf } from '../api/http.ts'
import type { Signal } from '../signals/signal.ts'
import { batch, computed, signal } from '../signals/signal.ts'
import type { Core, Ear } from './core.ts'
import type { HomeState } from './home.ts'
import { belongs, runsUp, stands } from './inbox-rows.ts'
import { puts } from './replica.ts'
import type { Inbox, InboxNarrowing } from './staff-types.ts'
import type { Failure, Phase, ThreadItem } from './types.ts'

const RECOUNT_AFTER = 300

const NOTHING: InboxCounts = { unanswered: 0, mine: 0, waiting: 0, ideas: 0, flagged: 0, all: 0 }

/** The team's list. Rows stay where they are while somebody works on them; only the numbers follow. */
export const createInbox = (core: Core, home: Pick<HomeState, 'watermark'>): Inbox => {
  const { items } = core
  const phase = signal<Phase>('loading')
  const failure = signal<Failure | null>(null)
  const busy = signal(false)
  const view = signal<InboxView>('unanswered')
  const filter = signal<InboxNarrowing>({})
  const listed = signal<readonly ThreadItem[]>([])
  const arrived: Signal<readonly string[]> = signal([])
  const total = signal(0)
  const counts = signal<InboxCounts>(NOTHING)
  const team = signal<readonly PersonRef[]>([])
  const takesImages = signal(false)
  const next = signal<string | null>(null)
  let turn = 0
  let newest = 0
  let timer: ReturnType<typeof setTimeout> | null = null

  const query = () => ({ view: view.peek(), ...filter.peek() })
  const ask = (more: { cursor?: string; size?: number } = {}) =>
    core.read<Page>('/inbox', { ...query(), ...more })
  const isListed = (id: string) => listed.peek().some(item => item.id.peek() === id)

  /** A page is being taken up: its numbers came with it, and need not be asked for. */
  let reading = false
  const take = (page: Page) => {
    for (const thread of page.threads) newest = Math.max(newest, thread.activityAt)
    home.watermark = Math.max(home.watermark, newest)
    reading = true
    core.learn(page, puts('thread', page.threads))
    reading = false
    total.value = page.total
    counts.value = page.counts
    team.value = page.team
    takesImages.value = page.offers.includes('images')
    failure.value = null
    core.ready.value = true
  }

  const load = async () => {
    const mine = ++turn
    busy.value = true
    try {
      const page = await ask()
      if (mine !== turn) return
      batch(() => {
        take(page)
        listed.value = page.threads.map(thread => items.thread(thread.id))
        arrived.value = []
        next.value = page.next
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

  const narrow: Inbox['narrow'] = (to, nextView = view.peek()) => {
    view.value = nextView
    filter.value = to
    return load()
  }

  const recount = () => {
    timer ??= setTimeout(async () => {
      timer = null
      const mine = turn
      // Without its numbers the inbox still works; the next change asks again.
      const page = await ask({ size: 1 }).catch(() => null)
      if (page && mine === turn) batch(() => take(page))
    }, RECOUNT_AFTER)
  }

  const heard: Ear = (change, was) => {
    if (change.entity !== 'thread') return
    const { id } = change
    const row = change.op === 'put' ? change.row : null
    const before = was as ThreadView | null | undefined
    const me = core.session.peek()?.id ?? null
    if (!reading && (!before || !row || stands(before, me) !== stands(row, me))) recount()
    const isNew = !before && row !== null && row.activityAt > newest
    const wanted = view.peek() === 'all' ? isNew : belongs(view.peek(), row, me)
    const { kind, ...narrower } = filter.peek()
    // Whether a row fits narrower filters only the server can say; they are read again on demand.
    const fits = (!kind || row?.kind === kind) && Object.keys(narrower).length === 0
    const has = arrived.peek().includes(id)
    if (wanted && fits && !has && !isListed(id)) arrived.value = [...arrived.peek(), id]
    else if (has && !(fits && (wanted || view.peek() === 'all'))) {
      arrived.value = arrived.peek().filter(other => other !== id)
    }
  }

  /** The rows on screen are read again in their order; a row that left the view keeps its last state. */
  const reset = async () => {
    if (turn === 0) return
    const mine = turn
    const page = await ask({ size: Math.min(50, Math.max(10, listed.peek().length)) })
    if (mine !== turn) return
    batch(() => {
      take(page)
      arrived.value = page.threads.map(thread => thread.id).filter(id => !isListed(id))
    })
  }

  core.ears.add(heard)
  core.resets.add(reset)
  core.ends.add(() => timer && clearTimeout(timer))

  return {
    phase,
    failure,
    busy,
    view,
    filter,
    kind: computed(() => filter.value.kind ?? null),
    items: listed,
    total,
    counts,
    team,
    takesImages,
    hasMore: computed(() => next.value !== null),
    fresh: computed(() => arrived.value.length),
    showFresh: () => {
      const fresh = arrived.peek().map(items.thread)
      // Unanswered runs oldest waiting first, so that what came last belongs at its end.
      const onTop = !runsUp(view.peek())
      batch(() => {
        listed.value = onTop ? [...fresh.reverse(), ...listed.peek()] : [...listed.peek(), ...fresh]
        arrived.value = []
      })
      return fresh[0] ?? null
    },
    more: async () => {
      const cursor = next.peek()
      if (!cursor || busy.peek()) return null
      const mine = turn
      busy.value = true
      try {
        const page = await ask({ cursor })
        if (mine !== turn) return null
        return batch(() => {
          take(page)
          const added = page.threads
            .filter(thread => !isListed(thread.id))
            .map(thread => items.thread(thread.id))
          listed.value = [...listed.peek(), ...added]
          arrived.value = arrived.peek().filter(id => !isListed(id))
          next.value = page.next
          return added[0] ?? null
        })
      } catch (thrown) {
        failure.value = failureOf(thrown)
        return null
      } finally {
        if (mine === turn) busy.value = false
      }
    },
    show: (nextView, kind) => narrow(kind ? { kind } : {}, nextView),
    narrow,
    reload: load,
  }
}
