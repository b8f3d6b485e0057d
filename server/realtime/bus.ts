import { createClient } from 'redis'

/** What nodes tell each other. Losing one costs a moment: the store is checked anyway. */
export type Poke =
  | { type: 'moved'; site: string }
  | { type: 'ended'; session: string }
  | { type: 'standing'; site: string; person: string }
  | PresencePoke
  | LookingPoke

export interface PresencePoke {
  type: 'presence'
  node: string
  site: string
  /** Names of the team's members this node sees, each once. */
  names: string[]
}

export interface LookingPoke {
  type: 'looking'
  node: string
  site: string
  thread: string
  /** Who of the team has the thread open on this node. */
  people: { id: string; name: string }[]
}

export interface Bus {
  publish(poke: Poke): void
  /** Pokes on their way that Redis has not confirmed. */
  readonly waiting: number
  close(): Promise<void>
}

/** One node alone has nobody to tell. */
export const silentBus: Bus = { publish: () => undefined, waiting: 0, close: async () => undefined }

/** More than this is dropped: whoever does not answer is not told faster by a longer queue. */
export const WAITING_MAX = 256
/** A node hears its own heartbeat so often. */
const BEAT_MS = 3_000
/** Without a heartbeat for so long the line is dead, whatever the kernel thinks of it. */
const DEAF_MS = 10_000

export interface BusParts {
  url: string
  /** Keeps several installations on one Redis apart. */
  prefix: string
  node: string
  onPoke(poke: Poke): void
  /** Connected again after an absence: anything may have happened. */
  onReturn(): void
  onError(error: unknown): void
  /** Milliseconds between heartbeats, and without any until the line is given up. */
  patience?: { beat: number; deaf: number }
}

interface Line {
  publish(message: unknown): void
  readonly waiting: number
  /** On a monotonic clock: when this node heard itself last. */
  readonly heardAt: number
  close(): void
}

/**
 * Pub/sub over Redis. Starts at once and never makes anybody wait: without Redis pokes are dropped. A line that swallows
 * everything looks connected for a quarter of an hour; so a node listens for its own heartbeat, and dials anew without it.
 */
export async function connectBus(parts: BusParts): Promise<Bus> {
  const { node, patience = { beat: BEAT_MS, deaf: DEAF_MS } } = parts
  let line = openLine(parts)
  const watch = setInterval(() => {
    if (performance.now() - line.heardAt > patience.deaf) {
      line.close()
      line = openLine(parts)
    }
    line.publish({ from: node })
  }, patience.beat)
  watch.unref()
  return {
    publish: poke => line.publish({ from: node, poke }),
    get waiting() {
      return line.waiting
    },
    async close() {
      clearInterval(watch)
      line.close()
    },
  }
}

/** One connection to send by and one to listen on. */
function openLine({ url, prefix, node, onPoke, onReturn, onError }: BusParts): Line {
  const channel = `${prefix}:poke`
  const options = {
    url,
    disableOfflineQueue: true,
    socket: {
      connectTimeout: 2_000,
      reconnectStrategy: (tries: number) => Math.min(100 * 2 ** tries, 2_000),
    },
  }
  let [heardAt, waiting, closed] = [performance.now(), 0, false]
  const complain = (error: unknown) => {
    if (!closed) onError(error)
  }
  const sender = createClient(options)
  const listener = createClient({ ...options, disableOfflineQueue: false })
  sender.on('error', complain)
  listener.on('error', complain)
  listener.on('ready', onReturn)
  void sender.connect().catch(complain)
  void listener
    .connect()
    .then(() => listener.subscribe(channel, receive))
    .catch(complain)

  function receive(message: string) {
    const { from, poke } = JSON.parse(message) as { from: string; poke?: Poke }
    // Only its own voice proves both ways: a node that hears the others may have nobody who hears it.
    if (from === node) heardAt = performance.now()
    else if (poke) onPoke(poke)
  }
  return {
    publish(message) {
      if (!sender.isReady || waiting >= WAITING_MAX) return
      waiting++
      void sender
        .publish(channel, JSON.stringify(message))
        .catch(complain)
        .finally(() => waiting--)
    },
    get waiting() {
      return waiting
    },
    get heardAt() {
      return heardAt
    },
    close() {
      closed = true
      for (const client of [sender, listener]) if (client.isOpen) client.destroy()
    },
  }
}
