import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Socket } from 'socket.io'
import type { z } from 'zod'
import type { StreamName } from '../contract/feed.ts'
import { WATCH_MAX } from '../contract/limits.ts'
import type { Ack, ClientEvents, ServerEvents, Watching } from '../contract/socket.ts'
import { CommandCall, Look, Watch } from '../contract/socket.ts'
import type { Execute } from '../features/execute.ts'
import { AppError } from '../lib/app-error.ts'
import { parseInput } from '../lib/parse-input.ts'
import { assertPlainJson } from '../lib/plain-json.ts'
import { toProblem } from '../lib/problem.ts'
import { spend } from '../lib/spend.ts'
import type { Feeds } from './feeds.ts'
import type { Stream } from './streams.ts'
import { resolveStream } from './streams.ts'
import type { SocketViewer } from './viewers.ts'

export type ParlaSocket = Socket<ClientEvents, ServerEvents, Record<string, never>, { viewer: SocketViewer }>

/** The names of rooms are made here from the session, never from what a client sends. */
export const streamRoom = (siteId: string, key: string) => `${siteId} stream ${key}`
export const isStreamRoom = (room: string, siteId: string) => room.startsWith(`${siteId} stream `)
export const siteRoom = (siteId: string) => `site ${siteId}`
export const sessionRoom = (hash: string) => `session ${hash}`
/** Those of the team who have a thread open. */
export const deskRoom = (siteId: string, threadId: string) => `${siteId} desk ${threadId}`
export const threadRoom = (siteId: string, threadId: string) => `${siteId} reading ${threadId}`

/** Requests one socket may make in ten seconds. A person with a very quick hand makes ten. */
const REQUESTS = { points: 30, duration: 10 }

/** Shared by all sockets of a node: counts what each of them asks. */
export const createSocketBudget = () => new RateLimiterMemory({ keyPrefix: 'socket', ...REQUESTS })

export interface ConnectionParts {
  budget: RateLimiterMemory
  feeds: Feeds
  execute: Execute
  onError(error: unknown): void
  /** Throws where whoever the socket speaks for may no longer. */
  confirm(socket: ParlaSocket): Promise<void>
  /** A staff member opened a thread (`on`), or left it. */
  onLook(socket: ParlaSocket, threadId: string, on: boolean): Promise<void>
  /** A staff member is writing in a thread. */
  onWriting(socket: ParlaSocket, threadId: string): void
}

/** Answers everything one client asks, until it goes. */
export function serveConnection(socket: ParlaSocket, parts: ConnectionParts): void {
  const { viewer } = socket.data
  const isTeam = viewer.role !== null && !viewer.inline
  const watching = new Set<string>()
  let reading: string | null = null
  let turn: Promise<unknown> = Promise.resolve()
  /** One after another: two requests for one stream must count as one watcher. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work)
    turn = done.catch(() => undefined)
    return done
  }

  const answer =
    <S extends z.ZodType, T>(schema: S, work: (input: z.infer<S>) => Promise<T>, isFree = false) =>
    async (input: unknown, ack: unknown) => {
      const reply: Ack<T> = typeof ack === 'function' ? (ack as Ack<T>) : () => undefined
      try {
        if (!isFree) await spend(parts.budget, socket.id)
        await parts.confirm(socket)
        assertPlainJson(input)
        reply({ ok: true, value: await work(parseInput(schema, input)) })
      } catch (error) {
        if (!(error instanceof AppError)) parts.onError(error)
        reply({ ok: false, problem: toProblem(error) })
      }
    }

  const watch = async (names: string[]): Promise<Watching> => {
    const streams = names.map(name => resolveStream(name as StreamName, viewer))
    if (new Set([...watching, ...streams.map(stream => stream.key)]).size > WATCH_MAX)
      throw new AppError('invalid', {
        issues: [{ path: 'streams', message: `At most ${WATCH_MAX} streams` }],
      })
    const positions: Watching['streams'] = []
    for (const stream of streams) positions.push({ stream: stream.name, ...(await watchOne(stream)) })
    return { streams: positions }
  }

  const watchOne = async (stream: Stream) => {
    const feed = await parts.feeds.open(viewer.site.id)
    if (watching.has(stream.key)) return feed.position
    const position = await feed.watch(stream)
    if (socket.disconnected) {
      feed.unwatch(stream.key)
      return position
    }
    watching.add(stream.key)
    await socket.join(streamRoom(viewer.site.id, stream.key))
    return position
  }

  const unwatch = async (keys: string[]) => {
    const known = keys.filter(key => watching.delete(key))
    if (known.length === 0) return
    const feed = await parts.feeds.open(viewer.site.id)
    for (const key of known) {
      feed.unwatch(key)
      await socket.leave(streamRoom(viewer.site.id, key))
    }
  }

  const look = async (thread: string | null) => {
    const left = reading
    reading = socket.disconnected ? null : thread
    if (left === reading) return
    if (left) {
      await socket.leave(threadRoom(viewer.site.id, left))
      if (viewer.role) await parts.onLook(socket, left, false)
    }
    if (!reading) return
    await socket.join(threadRoom(viewer.site.id, reading))
    if (viewer.role) await parts.onLook(socket, reading, true)
  }

  socket.on(
    'watch',
    answer(Watch, ({ streams }) => inTurn(() => watch(streams))),
  )
  socket.on(
    'unwatch',
    answer(Watch, async ({ streams }) => {
      await inTurn(() => unwatch(streams.map(name => resolveStream(name as StreamName, viewer).key)))
      return { streams: [] }
    }),
  )
  socket.on(
    'command',
    // The team clears whole mornings at once, by this door as by the other.
    answer(CommandCall, ({ id, name, input }) => parts.execute({ id, name, input }, viewer), isTeam),
  )
  socket.on(
    'look',
    answer(Look, ({ thread }) =>
      inTurn(async () => {
        await look(thread)
        return {}
      }),
    ),
  )
  socket.on('writing', () => {
    if (reading && viewer.role) parts.onWriting(socket, reading)
  })
  const leave = async () => {
    await look(null)
    await unwatch([...watching])
  }
  socket.on('disconnect', () => void inTurn(leave).catch(parts.onError))
}
