import { createClient } from 'redis'
import type { Counters } from '../lib/budgets.ts'

/** Whoever asks something of us is kept waiting so long for Redis at the most. */
const PATIENCE_MS = 300
/** A connection that is not ready by then is hung in its greeting. */
const GREETING_MS = 4_000

export interface SharedCounters extends Counters {
  close(): void
}

/**
 * Counters in Redis. A connection that does not answer is replaced: it may swallow everything for a quarter of an hour
 * before the kernel gives it up. Until the next one is ready, asking rejects at once.
 */
export function connectCounters(url: string, onError: (error: unknown) => void): SharedCounters {
  let closed = false
  let client = open()

  function open() {
    const opened = createClient({
      url,
      disableOfflineQueue: true,
      socket: {
        connectTimeout: 2_000,
        reconnectStrategy: (tries: number) => Math.min(100 * 2 ** tries, 2_000),
      },
    })
    opened.on('error', error => {
      if (!closed) onError(error)
    })
    void opened.connect().catch(() => undefined)
    const greeting = setTimeout(() => {
      if (!opened.isReady) giveUp(opened)
    }, GREETING_MS)
    greeting.unref()
    return opened
  }

  function giveUp(old: typeof client) {
    if (old !== client || closed) return
    if (old.isOpen) old.destroy()
    client = open()
  }

  return {
    get isReady() {
      return client.isReady
    },
    eval(script, options) {
      const asked = client
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          reject(new Error(`No answer from Redis in ${PATIENCE_MS} ms`))
          giveUp(asked)
        }, PATIENCE_MS)
        asked
          .eval(script, options)
          .then(resolve, reject)
          .finally(() => clearTimeout(timer))
      })
    },
    close() {
      closed = true
      if (client.isOpen) client.destroy()
    },
  }
}
