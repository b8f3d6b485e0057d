import type { Beacon, StreamName } from '../../server/contract/feed.ts'
import { effect } from '../signals/signal.ts'
import type { Core } from './core.ts'
import type { Line } from './line.ts'
import type { Puller } from './puller.ts'

const BEACON_JITTER = 2_000

/** What the server is asked to tell over the line, and where its positions are ahead of ours. */
export interface Watching {
  /** A new line knows of nothing yet. */
  begin: () => void
  look: () => void
  beacon: (beacon: Beacon) => void
}

export const createWatching = (core: Core, puller: Puller, line: Line): Watching => {
  let watched: readonly StreamName[] = []
  let beacon: ReturnType<typeof setTimeout> | undefined

  /** Where no answer comes the line is dead, and all is asked anew on the next one. */
  const noAnswer = () => {}
  const look = () => void line.live()?.ask('look', { thread: core.lookedAt }).catch(noAnswer)

  const watch = (streams: readonly StreamName[]) => {
    const socket = line.live()
    if (!socket) return
    const added = streams.filter(stream => !watched.includes(stream))
    const left = watched.filter(stream => !streams.includes(stream))
    watched = streams
    if (left.length) socket.ask('unwatch', { streams: left }).catch(noAnswer)
    if (!added.length) return
    socket.ask('watch', { streams: added }).then(answer => {
      if (!answer.ok) return
      for (const { stream, epoch, head } of answer.value.streams)
        puller.heard(stream as StreamName, epoch, head)
    }, noAnswer)
  }

  core.ends.add(() => clearTimeout(beacon))
  core.ends.add(effect(() => watch(core.streams.value)))
  return {
    begin: () => {
      watched = []
      watch(core.streams.peek())
      if (core.lookedAt) look()
    },
    look,
    beacon: ({ epoch, head }) => {
      clearTimeout(beacon)
      // Everybody hears it at once, and must not ask at once.
      beacon = setTimeout(() => {
        for (const stream of watched) puller.heard(stream, epoch, head)
      }, Math.random() * BEACON_JITTER)
    },
  }
}
