import type { ReadonlySignal } from '../signals/signal.ts'
import { effect } from '../signals/signal.ts'
import { chunk } from './chunk.ts'
import type { Core, Live } from './core.ts'
import type { Home } from './home.ts'
import { followHome } from './home-feed.ts'
import { createLine } from './line.ts'
import { createLinkState } from './link-state.ts'
import { createPuller } from './puller.ts'
import { createSending } from './sending.ts'
import { throttleNotice } from './throttle-notice.ts'
import { createWatching } from './watching.ts'

const HIDDEN_FOR = 5 * 60_000
const WRITING_SHOWN = 6_000
/** Failed attempts at a socket after which changes come by long polls until it is back. */
const SOCKET_TRIES = 2

/** Keeps the replica up to date for as long as the widget is on screen. */
export const goLive = (core: Core, home: Home, shown: ReadonlySignal<boolean>): Live => {
  followHome(core, home.state)
  const link = createLinkState(core)
  const puller = createPuller(core)
  const announce = throttleNotice(core, 15_000)
  const polls = chunk(() => import('./polling.ts'))
  let polling = false
  let isStopped = false
  let isAway = false
  let hiding: ReturnType<typeof setTimeout> | undefined
  let quiet: ReturnType<typeof setTimeout> | undefined

  const isWanted = () => shown.peek() && !isStopped && !isAway && !core.ended
  const line = createLine(core, link, {
    isWanted,
    connected: () => watching.begin(),
    lost: () => lost(),
    stopped: () => {
      isStopped = true
    },
    frame: puller.frame,
    beacon: beacon => watching.beacon(beacon),
    presence: presence => {
      core.presence.value = presence
    },
    writing: writing => {
      core.writing.value = writing
      clearTimeout(quiet)
      quiet = setTimeout(() => {
        core.writing.value = null
      }, WRITING_SHOWN)
    },
  })
  const watching = createWatching(core, puller, line)
  const isPollNeeded = () => isWanted() && !line.live() && line.failures() >= SOCKET_TRIES
  const lost = () => {
    if (polling) return
    link.lost()
    if (!isPollNeeded()) return
    polling = true
    const done = () => {
      polling = false
    }
    polls()
      .then(part => part.poll(core, puller, link, isPollNeeded))
      .then(done, done)
  }

  const pull = () => {
    for (const stream of core.streams.peek()) void puller.pull(stream)
  }
  const again = () => {
    isAway = false
    clearTimeout(hiding)
    if (line.live()) pull()
    else line.connect()
  }
  const rest = () => {
    line.drop()
    link.rest()
  }
  const leave = () => {
    isAway = true
    rest()
  }

  core.listen({
    visibilitychange: () => {
      clearTimeout(hiding)
      if (document.hidden) hiding = setTimeout(leave, HIDDEN_FOR)
      else again()
    },
    // It may come back as it was left: with a socket open browsers would not keep it.
    pagehide: leave,
    pageshow: event => event.persisted && again(),
    online: again,
    offline: line.lost,
    storage: ({ key }) => {
      if (!key || key.startsWith(core.storage.name)) core.recall()
    },
  })
  // What another tab said before anybody listened here.
  core.recall()
  core.ends.add(effect(() => (shown.value ? again() : rest())))
  core.ends.add(() => {
    clearTimeout(hiding)
    clearTimeout(quiet)
  })
  let told = 0
  core.ends.add(
    effect(() => {
      const n = home.fresh.value
      if (n > told) announce({ voice: 'polite', what: 'fresh_threads', n: n - told })
      told = n
    }),
  )

  core.live = {
    pull,
    reconnect: again,
    renew: () => {
      isStopped = false
      rest()
      if (shown.peek()) again()
    },
    ...createSending(core, line),
    look: watching.look,
    announceReply: throttleNotice(core, 10_000),
  }
  return core.live
}
