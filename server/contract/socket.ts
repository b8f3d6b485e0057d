import { z } from 'zod'
import type { CommandResult } from './commands.ts'
import type { Beacon, Frame } from './feed.ts'
import { StreamName } from './feed.ts'
import { Epoch, MutationId, Seq, SiteId, ThreadId } from './ids.ts'
import { WATCH_MAX } from './limits.ts'
import type { Looking, Presence, Writing } from './presence.ts'
import type { Problem } from './problem.ts'

/**
 * The handshake's `auth`. A visitor sends the device token; staff come with the admin's cookie and `staff: true`, or on a
 * brand's page with a pass.
 */
export const Handshake = z
  .strictObject({
    site: SiteId,
    protocol: z.int().min(0),
    token: z.string().max(128).optional(),
    staff: z.literal(true).optional(),
    pass: z.string().max(128).optional(),
    /** Of the team only: nobody is told that they are here or write. */
    hidden: z.literal(true).optional(),
  })
  .meta({ id: 'Handshake' })
export type Handshake = z.infer<typeof Handshake>

export const Watch = z
  .strictObject({ streams: z.array(StreamName).min(1).max(WATCH_MAX) })
  .meta({ id: 'Watch' })
export type Watch = z.infer<typeof Watch>

/** From here on the stream's frames arrive; whatever is newer than your cursor and ≤ `head` is to be pulled. */
export const Watching = z
  .strictObject({ streams: z.array(z.strictObject({ stream: StreamName, epoch: Epoch, head: Seq })) })
  .meta({ id: 'Watching' })
export type Watching = z.infer<typeof Watching>

export const CommandCall = z
  .strictObject({ id: MutationId, name: z.string().max(40), input: z.unknown() })
  .meta({ id: 'CommandCall' })
export type CommandCall = z.infer<typeof CommandCall>

/** Opens or leaves (`null`) a thread, so that its watchers can be told who is writing. */
export const Look = z.strictObject({ thread: ThreadId.nullable() }).meta({ id: 'Look' })
export type Look = z.infer<typeof Look>

export type Ack<T> = (answer: { ok: true; value: T } | { ok: false; problem: Problem }) => void

/** Imperative: what a client asks for. Every event takes an ack, except `writing`. */
export interface ClientEvents {
  watch: (watch: Watch, ack: Ack<Watching>) => void
  unwatch: (watch: Watch, ack: Ack<Watching>) => void
  command: (call: CommandCall, ack: Ack<CommandResult>) => void
  look: (look: Look, ack: Ack<Record<string, never>>) => void
  writing: () => void
}

/** What the server tells. `drain`: come back after so many milliseconds. `reload`: the protocol is no longer served. */
export interface ServerEvents {
  frame: (frame: Frame) => void
  beacon: (beacon: Beacon) => void
  presence: (presence: Presence) => void
  writing: (writing: Writing) => void
  looking: (looking: Looking) => void
  drain: (drain: { comeBackIn: number }) => void
  reload: () => void
}
