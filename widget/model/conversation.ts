import { failureOf } from '../api/http.ts'
import type { WidgetConfig } from '../config.ts'
import { computed, effect, signal } from '../signals/signal.ts'
import { chunk } from './chunk.ts'
import type { Core } from './core.ts'
import { createCore } from './core.ts'
import type { Desk } from './desk.ts'
import { createHome, stick } from './home.ts'
import { whenIdle } from './idle.ts'
import type { Finding } from './search.ts'
import type { Closable } from './thread.ts'
import type { Conversation } from './types.ts'

/**
 * Everything a widget knows and does. Only what the first paint needs is in this chunk.
 * @param asked the snapshot's answer, if somebody has asked for it already
 * @param news loads what counts new replies, where anybody is told of them
 */
export const createConversation = (
  config: WidgetConfig,
  asked?: Promise<Response>,
  news?: () => Promise<typeof import('./news.ts')>,
): Conversation => {
  const core = createCore(config, false)
  const conversation = converse(core)
  if (asked) void conversation.home.begin(asked)
  else void conversation.home.reload()
  return { ...conversation, countNews: async () => (await news?.())?.readNews(core) ?? 0 }
}

/** The conversation around a core, for visitors and staff alike. Asks the server nothing by itself. */
export const converse = (core: Core) => {
  const { session } = core
  const home = createHome(core, async () => (await listMore()).showMore(core, home.state))
  const shown = signal(core.config.mode === 'inline')
  const opened = signal<Closable | null>(null)
  const search: Finding = {
    query: signal(null),
    busy: signal(false),
    failure: signal(null),
    stuck: signal(null),
    found: signal([]),
    total: signal(0),
    shown: signal(null),
    next: signal(null),
    turn: 0,
  }

  const listMore = chunk(() => import('./list-more.ts'))
  const live = chunk(() => import('./live.ts').then(part => part.goLive(core, home, shown)))
  const later = chunk(() => import('./later.ts').then(part => part.createLater(core, home)))

  const close = () => {
    opened.peek()?.close()
    opened.value = null
  }
  /** Has it done at the desk, for whoever does not wait: where that cannot be had, it is said. */
  const leave = (what: (desk: Desk) => void): Promise<void> =>
    later()
      .then(({ desk }) => what(desk))
      .catch(thrown => {
        core.notice.value = { voice: 'assertive', what: 'failed', failure: failureOf(thrown) }
      })
  const find = async (query: string | null) => {
    const mine = ++search.turn
    search.query.value = query
    search.busy.value = true
    const failure = await later()
      .then(part => part.find(search, mine))
      .then(() => null, failureOf)
    if (mine !== search.turn) return
    search.failure.value = failure
    search.busy.value = false
  }
  const prefetch = () => {
    later().catch(() => {})
  }
  // Beyond the first paint nothing is in a hurry; closed panels stay silent.
  core.ends.add(
    effect(() => {
      // Whoever has written before may have left something unsent, or does so in another tab.
      if (core.ready.value && (session.value || core.seen.marks.value)) prefetch()
    }),
  )
  core.ends.add(
    effect(() => {
      if (core.ready.value && shown.value) {
        whenIdle(() => {
          if (!core.ended) live().catch(() => {})
        })
      }
    }),
  )
  core.ends.add(close)

  const announcing = signal(!core.storage.read('quiet'))

  let turn = 0
  return {
    phase: home.phase,
    failure: home.failure,
    site: home.site,
    counts: home.counts,
    presence: core.presence,
    link: core.link,
    shown,
    home,
    search: {
      ...search,
      items: computed(() => {
        // Whether it matches or not: who has just posted looks for it.
        const posted = home.items.value.filter(item => item.justPosted.value)
        return [...new Set([...posted, ...search.found.value])]
      }),
      more: () =>
        listMore()
          .then(part => part.showMoreFound(core, home.state, search))
          .catch(stick(search.stuck)),
      reload: () => find(search.query.peek()),
    },
    opened,
    takesImages: home.takesImages,
    sendsMail: home.sendsMail,
    me: computed(
      () =>
        session.value && {
          id: session.value.id,
          name: session.value.name,
          verified: session.value.verified === true,
        },
    ),
    needsName: computed(() => !core.staff && !session.value?.name),
    notice: core.notice,
    announcing,

    reload: home.reload,
    reconnect: () => core.live?.reconnect(),
    rejoin: () => core.live?.renew(),
    prefetch,
    open: async (id: string) => {
      const mine = ++turn
      const { openThread } = await later()
      if (mine !== turn) return null
      close()
      const thread = openThread(id)
      opened.value = thread
      return thread
    },
    close: () => {
      turn++
      close()
    },
    find,
    clearSearch: () => {
      search.turn++
      search.query.value = null
      search.found.value = []
      search.shown.value = null
      search.failure.value = null
    },

    writer: async () => (await later()).desk,
    vote: (item, on) => leave(desk => desk.vote(item, on)),
    keep: (name, input) => leave(desk => desk.keep(name, input)),
    typing: () => core.live?.typing(),
    announce: on => {
      announcing.value = on
      core.storage.write('quiet', on ? null : true)
    },
    run: async (name, input, keep?: boolean) => (await later()).desk.run(name, input, keep),
    rememberHeight: height => {
      if (session.peek()) core.storage.write('height', height)
    },
    destroy: () => {
      core.ended = true
      for (const end of core.ends) end()
    },
  } satisfies Conversation
}
