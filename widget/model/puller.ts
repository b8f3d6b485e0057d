import type { Frame, Pulled, StreamName } from '../../server/contract/feed.ts'
import type { MyState } from '../../server/contract/reads.ts'
import { failureOf, refusal } from '../api/http.ts'
import type { Core } from './core.ts'
import { puts } from './replica.ts'

const GAP_WAIT = 300
const FIRST_RETRY = 2_000
const LONGEST_RETRY = 90_000

export interface Puller {
  /** A stream's newest position, as the server says: pulls when we are behind. */
  heard: (stream: StreamName, epoch: string, head: number) => void
  frame: (frame: Frame) => void
  /** One pull at a time per stream. False when it failed; it is tried again by itself. */
  pull: (stream: StreamName, wait?: number) => Promise<boolean>
}

export const createPuller = (core: Core): Puller => {
  const { replica, session, read } = core
  const flights = new Map<StreamName, Promise<boolean>>()
  const heads = new Map<StreamName, number>()
  const retries = new Map<StreamName, ReturnType<typeof setTimeout>>()
  const failures = new Map<StreamName, number>()
  let held: Frame[] = []
  let gap: ReturnType<typeof setTimeout> | null = null

  const signed = (): RequestInit =>
    core.staff ? {} : { headers: { Authorization: `Bearer ${session.peek()?.token}` } }

  const readAll = async (stream: StreamName) => {
    if (stream === 'me') {
      const mine = await read<MyState>('/me', {}, signed())
      replica.learn(mine, puts('own', mine.own), 'me')
    } else await Promise.all([...core.resets].map(reset => reset()))
    if (replica.cursor(stream) === undefined) throw refusal('internal')
  }

  const fetchChanges = async (stream: StreamName, wait?: number) => {
    const since = replica.cursor(stream)
    const epoch = replica.epoch()
    if (since === undefined || epoch === null) return readAll(stream)
    const query = { stream, epoch, since, wait }
    const pulled = await read<Pulled>('/changes', query, stream === 'me' ? signed() : {})
    if (!('reset' in pulled)) {
      if (!replica.receive(pulled)) throw refusal('internal')
      return
    }
    // Another stream's reset may have come first.
    if (replica.cursor(stream) === since && replica.epoch() === epoch) replica.forget()
    if (replica.cursor(stream) === undefined) await readAll(stream)
  }

  const behind = (stream: StreamName) => (heads.get(stream) ?? 0) > (replica.cursor(stream) ?? -1)

  const attempt = async (stream: StreamName, wait?: number) => {
    try {
      await fetchChanges(stream, wait)
      failures.delete(stream)
      return true
    } catch (thrown) {
      const tries = failures.get(stream) ?? 0
      failures.set(stream, tries + 1)
      const { code, retryAfter } = failureOf(thrown)
      // Whoever is no longer known gets a new device with their next write.
      if (core.ended || code === 'unauthenticated') return false
      const delay = Math.random() * Math.min(LONGEST_RETRY, FIRST_RETRY * 2 ** tries)
      clearTimeout(retries.get(stream))
      retries.set(
        stream,
        setTimeout(() => void pull(stream), delay + (retryAfter ?? 0) * 1000),
      )
      return false
    }
  }

  const pull = (stream: StreamName, wait?: number): Promise<boolean> => {
    const flying = flights.get(stream)
    if (flying) return flying
    const flight = attempt(stream, wait).finally(() => flights.delete(stream))
    flights.set(stream, flight)
    return flight.then(done =>
      done && behind(stream) && core.streams.peek().includes(stream) ? pull(stream) : done,
    )
  }

  core.ends.add(() => {
    if (gap) clearTimeout(gap)
    for (const timer of retries.values()) clearTimeout(timer)
  })

  return {
    pull,
    heard: (stream, epoch, head) => {
      heads.set(stream, head)
      if (epoch !== replica.epoch() || behind(stream)) void pull(stream)
    },
    frame: frame => {
      if (replica.receive(frame)) return
      held.push(frame)
      gap ??= setTimeout(() => {
        gap = null
        const missing = held.filter(late => !replica.receive(late))
        held = []
        for (const stream of new Set(missing.map(late => late.stream))) void pull(stream)
      }, GAP_WAIT)
    },
  }
}
