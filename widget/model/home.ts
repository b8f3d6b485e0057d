import type { Counts, Snapshot } from '../../server/contract/reads.ts'
import type { SiteView } from '../../server/contract/site.ts'
import type { ThreadView } from '../../server/contract/thread.ts'
import { failureOf, settle } from '../api/http.ts'
import type { ReadonlySignal, Signal } from '../signals/signal.ts'
import { batch, computed, signal } from '../signals/signal.ts'
import type { Choice } from './choice.ts'
import type { Core } from './core.ts'
import type { OwnThread } from './items.ts'
import { puts } from './replica.ts'
import { lastMessageAt } from './seen.ts'
import type { Failure, Phase, ThreadItem, ThreadList } from './types.ts'

/** The list's own side, for the parts of Home that come in later chunks. */
export interface HomeState {
  stuck: Signal<object | null>
  busy: Signal<boolean>
  listed: Signal<readonly OwnThread[]>
  /** Ids behind the pill, newest first. */
  waiting: Signal<readonly string[]>
  counts: Signal<Counts>
  next: Signal<string | null>
  choice: ReadonlySignal<Choice>
  /** When the newest thing anybody did was done, as far as we know: what is created later is new. */
  watermark: number
  /** Goes up with every list asked for; an answer to an earlier one is void. */
  turn: number
  query: () => Record<string, string | null>
  /** Takes rows and totals of a first page without touching the list; the rows that belong in it. */
  learn: (snapshot: Snapshot) => readonly ThreadView[]
}

export interface Home extends ThreadList {
  state: HomeState
  site: ReadonlySignal<SiteView | null>
  takesImages: ReadonlySignal<boolean>
  sendsMail: ReadonlySignal<boolean>
  counts: ReadonlySignal<Counts>
  /** Takes up what was read before the app was here. */
  begin: (asked: Promise<Response>) => Promise<void>
}

/** Milliseconds without an answer after which one is told, and offered to try again. */
const PATIENCE = 20_000

const none: Counts = { all: 0, question: 0, idea: 0, problem: 0, praise: 0 }

/** Where a further page could not be read. */
export const stick = (stuck: Signal<object | null>) => () => {
  stuck.value = {}
  return null
}

/** @param showMore adds the next page; it comes in a later chunk */
export const createHome = (core: Core, showMore: () => Promise<ThreadItem | null>): Home => {
  const { replica, items, config } = core
  const phase = signal<Phase>('loading')
  const siteId = signal('')
  const first: Choice = { sort: 'recent', kind: null, scope: config.scope, status: null, label: null }
  const choice = signal(first)
  const shown = signal(first)
  let tried = first
  const failure = signal<Failure | null>(null)
  const takesImages = signal(false)
  const sendsMail = signal(false)
  const state: HomeState = {
    stuck: signal(null),
    busy: signal(false),
    listed: signal([]),
    waiting: signal([]),
    counts: signal(none),
    next: signal(null),
    choice,
    watermark: 0,
    turn: 0,
    query: () => {
      const { scope, sort, ...by } = choice.peek()
      return {
        ...by,
        page: scope === 'page' ? config.page.key : null,
        sort: sort === 'recent' ? null : sort,
      }
    },
    learn: snapshot => {
      // What the team asks here, wherever it was started, comes first.
      const rows = [...(snapshot.announced ?? []), ...snapshot.threads]
      for (const thread of rows) {
        state.watermark = Math.max(state.watermark, thread.activityAt, lastMessageAt(thread))
      }
      core.learn(snapshot, [...puts('site', [snapshot.site]), ...puts('thread', rows)])
      siteId.value = snapshot.site.id
      takesImages.value = snapshot.offers.includes('images')
      sendsMail.value = snapshot.offers.includes('mail')
      state.next.value = snapshot.next
      state.counts.value = snapshot.counts
      return rows
    },
  }
  const { stuck, busy, listed, waiting, counts } = state

  const show = (snapshot: Snapshot) =>
    batch(() => {
      const rows = state.learn(snapshot)
      const unsent = listed.peek().filter(item => item.id.peek() === null)
      for (const item of listed.peek()) item.justPosted.value = unsent.includes(item)
      listed.value = [...unsent, ...rows.map(thread => items.thread(thread.id))]
      waiting.value = []
      failure.value = null
      stuck.value = null
      shown.value = tried
      phase.value = 'ready'
      core.ready.value = true
    })

  const patience = setTimeout(() => {
    // The answer may come yet, and is shown when it does.
    if (phase.peek() === 'loading') phase.value = 'failed'
  }, PATIENCE)
  core.ends.add(() => clearTimeout(patience))
  const take = async (asked: Promise<Snapshot>) => {
    const mine = ++state.turn
    busy.value = true
    try {
      const snapshot = await asked
      await config.meet?.(snapshot)
      // Another widget may have taken its place meanwhile, and is the one that is ready.
      if (mine === state.turn && !core.ended) show(snapshot)
    } catch (thrown) {
      if (mine !== state.turn) return
      failure.value = failureOf(thrown)
      // The controls say what is listed.
      if (phase.peek() === 'ready') choice.value = shown.peek()
      else phase.value = 'failed'
    } finally {
      if (mine === state.turn) busy.value = false
    }
  }
  const load = () => {
    choice.value = tried
    return take(core.read('/snapshot', state.query()))
  }

  return {
    ...state,
    state,
    phase,
    failure,
    items: listed,
    shown,
    total: computed(() => counts.value.total ?? counts.value[choice.value.kind ?? 'all']),
    fresh: computed(() => waiting.value.length),
    site: computed(() => replica.row('site', siteId.value).value ?? null),
    takesImages,
    sendsMail,
    begin: asked => take(settle(asked)),
    showFresh: () => {
      const arrived = waiting.peek().map(items.thread)
      batch(() => {
        listed.value = [...arrived, ...listed.peek()]
        waiting.value = []
      })
      return arrived[0] ?? null
    },
    more: () => showMore().catch(stick(stuck)),
    choose: by => {
      if (by.scope === 'site') core.widen()
      tried = { ...choice.peek(), ...by }
      return load()
    },
    reload: load,
  }
}
