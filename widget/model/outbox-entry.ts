import type { CommandName, CommandResult } from '../../server/contract/commands.ts'
import type { Shelf } from '../api/shelf.ts'
import type { ReadonlySignal } from '../signals/signal.ts'
import type { Picture } from './new-message.ts'
import type { Delivery, Failure } from './types.ts'

/** What is kept of an entry, in the order in which it is to be sent. */
export interface Kept {
  /** Made at the click; makes a repetition harmless. */
  readonly id: string
  readonly name: CommandName
  readonly input: unknown
  /** Entries of one lane are sent one after the other. */
  readonly lane: string
  /** What it adds to a count until the server has counted it. */
  readonly delta: number
  /** Survives a missing network and a reload; others fail at once without network, and are not kept. */
  readonly keep: boolean
  readonly delivery: Delivery
  /** Uploaded before the rest is said. */
  readonly pictures?: readonly Picture[]
}

/** One thing somebody asked for. */
export interface Entry extends Kept {
  /** It is where a reload, a crash and the other tabs find it. */
  stored: boolean
  /** A frame has shown its effect, though the answer may not be here yet. */
  counted: boolean
  delivery: Delivery
  input: unknown
}
export type NewEntry = Omit<Kept, 'delivery'>

/** What the tabs of a site tell each other: what was answered, what to try again, or just to look. */
export interface Told {
  id?: string
  result?: CommandResult
}

export interface Parts {
  shelf: Shelf<readonly Kept[]>
  join: (heard: (message: Told) => void) => { tell: (message: Told) => void; end: () => void }
  /** Does the work while no other tab is at it; rejects when another has taken over. */
  alone: (work: () => Promise<void>, steal: boolean) => Promise<void>
}

export interface Ends {
  send: (entry: Entry) => Promise<CommandResult>
  /** From an earlier page or another tab. */
  came: (entry: Entry) => void
  /** Told before the entry leaves, so that what it stood for can take its place in the same moment. */
  accepted: (entry: Entry, result: CommandResult) => void
  /** True keeps the refused entry for its author to decide; else it leaves. `awaited`: somebody still waits for it. */
  refused: (entry: Entry, failure: Failure, awaited: boolean) => boolean
  moved: (entry: Entry) => void
  left: (entry: Entry) => void
}

export interface Outbox {
  entries: ReadonlySignal<readonly Entry[]>
  /**
   * Resolves with the answer; without one as soon as a kept entry has to wait, or another tab has sent it.
   * @throws Refusal
   */
  add: (entry: NewEntry) => Promise<CommandResult | undefined>
  find: (id: string | undefined) => Entry | undefined
  /** Its effect came by another way. */
  count: (entry: Entry) => void
  retry: (entry: Entry) => void
  /** Says something else from now on; resolves once that is kept. */
  amend: (entry: Entry, input: unknown) => Promise<void>
  remove: (entry: Entry) => void
  /** Looks for what an earlier page or another tab has left, and tries again what waits. */
  wake: () => void
  end: () => void
}

export const SENDING: Delivery = { state: 'sending', failure: null }
