import type { StreamName } from '../../server/contract/feed.ts'
import type { Connection, connect, Listeners } from './connection.ts'

/** What one widget has asked of the line. */
interface Share {
  readonly streams: Set<StreamName>
  looking: string | null
}

type Told = (told?: unknown) => void

/** After these there is no line any more. */
const LAST_WORDS = ['lost', 'refused', 'drain', 'reload']

/** Opens lines as `open` does, but between several widgets. Given `open`, because it comes with whoever needs it first. */
export type ShareLines = (open: typeof connect) => typeof connect

/**
 * One line for all widgets of a page that speak for the same viewer of the same site. Each hears what it would hear
 * alone; the line ends with the last of them.
 */
export const createLines = (): ShareLines => {
  const lines = new Map<string, Line>()
  return open => (origin, auth, listeners) => {
    const key = JSON.stringify([origin, auth])
    const line: Line =
      lines.get(key) ??
      openLine(
        tell => open(origin, auth, tell),
        // There may be a younger one by then.
        () => void (lines.get(key) === line && lines.delete(key)),
      )
    lines.set(key, line)
    return line.join(listeners)
  }
}

interface Line {
  join: (listeners: Partial<Listeners>) => Connection
}

const openLine = (open: (tell: Partial<Listeners>) => Connection, gone: () => void): Line => {
  const shares = new Map<Partial<Listeners>, Share>()
  let presence: unknown
  const wants = ({ streams }: Share, event: string, told: unknown) =>
    event !== 'frame' || streams.has((told as { stream: StreamName }).stream)
  const wire = open(
    new Proxy<Partial<Listeners>>(
      {},
      {
        get: (_, event: string) => (told: unknown) => {
          if (LAST_WORDS.includes(event)) gone()
          if (event === 'presence') presence = told
          for (const [listeners, share] of [...shares])
            if (wants(share, event, told)) (listeners[event as keyof Listeners] as Told | undefined)?.(told)
        },
      },
    ),
  )

  const join = (listeners: Partial<Listeners>): Connection => {
    const share: Share = { streams: new Set(), looking: null }
    const others = () => [...shares.values()].filter(other => other !== share)
    const isThere = () => wire.connected && shares.has(listeners)
    /** Of these streams those that nobody else watches. */
    const alone = (streams: readonly StreamName[]) =>
      streams.filter(stream => !others().some(other => other.streams.has(stream)))
    const unwatch = (streams: readonly StreamName[]) => {
      for (const stream of streams) share.streams.delete(stream)
      const left = alone(streams)
      return left.length > 0 && wire.ask('unwatch', { streams: left })
    }
    shares.set(listeners, share)
    if (wire.connected)
      // As it would be alone: after whoever connects has the line in hand.
      queueMicrotask(() => {
        if (!isThere()) return
        listeners.connected?.()
        if (presence) (listeners.presence as Told | undefined)?.(presence)
      })
    const ask = (event: string, input: unknown): unknown => {
      if (event === 'watch') for (const stream of (input as Share).streams) share.streams.add(stream)
      if (event === 'unwatch')
        return unwatch([...(input as Share).streams]) || Promise.resolve({ ok: true, value: { streams: [] } })
      if (event === 'look') {
        share.looking = (input as { thread: string | null }).thread
        // Whoever left a thread leaves the line where another reads one.
        const thread = share.looking ?? others().find(({ looking }) => looking)?.looking ?? null
        return wire.ask('look', { thread })
      }
      return wire.ask(event as 'command', input as never)
    }
    return {
      get connected() {
        return isThere()
      },
      ask: ask as Connection['ask'],
      tell: event => wire.tell(event),
      close: () => {
        if (!shares.delete(listeners)) return
        if (!shares.size) {
          gone()
          wire.close()
          return
        }
        if (!wire.connected) return
        const unwatched = unwatch([...share.streams])
        if (unwatched) unwatched.catch(() => {})
        if (share.looking) Promise.resolve(ask('look', { thread: null })).catch(() => {})
      },
    }
  }
  return { join }
}
