import type { CommandInput, CommandName, CommandResult } from '../../server/contract/commands.ts'
import type { ErrorCode } from '../../server/contract/errors.ts'
import type { Action } from '../../server/contract/moderation.ts'
import type { PersonRef } from '../../server/contract/person.ts'
import type { Presence } from '../../server/contract/presence.ts'
import type { Counts, History } from '../../server/contract/reads.ts'
import type { ReplyView } from '../../server/contract/reply.ts'
import type { SiteView } from '../../server/contract/site.ts'
import type { Tree } from '../../server/contract/text.ts'
import type { ThreadView } from '../../server/contract/thread.ts'
import type { ReadonlySignal, Signal } from '../signals/signal.ts'
import type { Choice } from './choice.ts'
import type { Drafts } from './drafts.ts'
import type { Mailbox } from './mailbox.ts'
import type { NewPost, NewReply, TakenBack } from './new-message.ts'
import type { Own } from './own.ts'

/** Everything the UI draws from. Signals change by themselves; methods are what a person can do. */

export type Phase = 'loading' | 'ready' | 'failed'

/**
 * `idle`: not connected on purpose (before first paint, closed launcher, long hidden) · `live` ·
 * `reconnecting`: cut off for 3 s · `paused`: for 15 s, offer {@link Conversation.reconnect} · `offline`: no network.
 * The first three seconds of a cut still say `live`.
 */
export type Link = 'idle' | 'live' | 'reconnecting' | 'paused' | 'offline'

/** Why something did not happen: the server's code, or `network` when no answer came. */
export type FailureCode = ErrorCode | 'network'
export interface Failure {
  code: FailureCode
  /** Seconds after which to try again, when the server said so. */
  retryAfter: number | null
}

/**
 * `sending`: on its way (say so after 400 ms only) · `queued`: waits for the network, retries by itself ·
 * `failed`: refused; edit, retry or discard.
 */
export interface Delivery {
  state: 'sending' | 'queued' | 'failed'
  failure: Failure | null
  /** Of the picture that is being uploaded: its file's name, and how much of it has left, from 0 to 1. */
  upload?: { name: string; share: number } | undefined
}

/**
 * One message of a list. `key` stays the same from the click to the server's row and ever after, so the node and the
 * focus stay too. `row` already includes what the viewer did a moment ago (their vote, their deletion); a message that
 * was taken from this viewer's sight becomes a row with `visibility: 'removed'` and keeps its place.
 */
export interface Item<Row> {
  readonly key: string
  /** The server's id; null until it has accepted the message. */
  readonly id: ReadonlySignal<string | null>
  readonly row: ReadonlySignal<Row>
  readonly own: ReadonlySignal<Own>
  /** Everybody's `can` and the viewer's own, as one list. */
  readonly can: ReadonlySignal<readonly Action[]>
  /** Null once the server has it. */
  readonly delivery: ReadonlySignal<Delivery | null>
}

export interface ThreadItem extends Item<ThreadView> {
  readonly unread: ReadonlySignal<boolean>
  /** Posted by this viewer since the list was loaded: “Just posted by you”. */
  readonly justPosted: ReadonlySignal<boolean>
}

export type ReplyItem = Item<ReplyView>

/** What Home and the search have in common. */
interface Listing {
  /** A list or a further page is on its way. */
  readonly busy: ReadonlySignal<boolean>
  /** The list that was asked for could not be read: what is shown is the one before. */
  readonly failure: ReadonlySignal<Failure | null>
  readonly items: ReadonlySignal<readonly ThreadItem[]>
  /** How many there are, shown or not. */
  readonly total: ReadonlySignal<number>
  /** What the list is an answer to, another object each time something else is; null before the first answer. */
  readonly shown: ReadonlySignal<object | null>
  /** Where the further page begins; null when all is shown. */
  readonly next: ReadonlySignal<string | null>
  /** The further page that was asked for could not be read; another object each time. */
  readonly stuck: ReadonlySignal<object | null>
  /** The first thread added takes the focus; null when there was none, or it failed (`stuck`). */
  more: () => Promise<ThreadItem | null>
  /** Asks again: after a failure for what could not be read, otherwise to rank anew. */
  reload: () => Promise<void>
}

/** Home: a list whose order and height change only when the viewer asks. */
export interface ThreadList extends Listing {
  /** `failed` only until there is a first list. */
  readonly phase: ReadonlySignal<Phase>
  /** Of the list that is shown, or on its way. What could not be read is chosen no longer; `reload` tries it again. */
  readonly choice: ReadonlySignal<Choice>
  /** New threads of others that wait behind the pill. */
  readonly fresh: ReadonlySignal<number>
  /** Puts them on top; the first of them takes the focus. */
  showFresh: () => ThreadItem | null
  choose: (by: Partial<Choice>) => Promise<void>
}

/** What matches, with what the viewer has just posted on top. */
export interface Search extends Listing {
  /** Null: no search. Empty: the viewer's own conversations. */
  readonly query: ReadonlySignal<string | null>
}

export interface OpenedThread {
  readonly id: string
  /** `failed` with `not_found`: the conversation no longer exists. */
  readonly phase: ReadonlySignal<Phase>
  readonly failure: ReadonlySignal<Failure | null>
  /** Null only while nothing at all is known of it. */
  readonly item: ReadonlySignal<ThreadItem | null>
  /** The root message; null until loaded, empty when removed. */
  readonly body: ReadonlySignal<Tree | null>
  /** In everybody's order, the viewer's own unsent ones last. */
  readonly replies: ReadonlySignal<readonly ReplyItem[]>
  /** The pinned answer: accepted and official, else accepted, else official. The original stays in the flow. */
  readonly answer: ReadonlySignal<ReplyItem | null>
  readonly earlier: ReadonlySignal<number>
  /** Earlier replies were asked for and could not be read; another object each time. */
  readonly stuck: ReadonlySignal<object | null>
  /** The first reply added takes the focus. */
  showEarlier: () => Promise<ReplyItem | null>
  /** Replies of others that wait behind the pill. */
  readonly fresh: ReadonlySignal<number>
  readonly arrived: ReadonlySignal<readonly ReplyItem[]>
  showFresh: () => ReplyItem | null
  /** Key of the first reply since the last visit: the divider goes before it. Null: none. */
  readonly newFrom: ReadonlySignal<string | null>
  /** Name of the staff member who is writing here; empties itself after six seconds. */
  readonly writing: ReadonlySignal<string | null>
  /** Asked at each arriving reply: may the end of the thread grow now? Without one, never. */
  setMayAppend: (may: () => boolean) => void
  /** The divider was on screen for two seconds, or the thread is left. */
  markSeen: () => void
  reload: () => Promise<void>
}

/** An idea that has come true and whose supporter has not been told yet; null when there is none. */
export interface AskedFor {
  readonly item: ReadonlySignal<ThreadItem | null>
  /** They know of it now. */
  tell: (item: ThreadItem) => void
}

/** What the composer needs; in a chunk of its own (`Conversation.writer()`). */
export interface Writer {
  /** Of all that is kept in this browser; empty where nothing may be. */
  readonly name: string
  readonly drafts: Drafts
  /**
   * Says who writes. Rejects with a {@link Refusal} of `name_refused` or `name_taken`; without network the name is
   * kept and told with the first message.
   */
  introduce: (name: string) => Promise<void>
  /** The item is on top of Home when this returns. */
  post: (post: NewPost) => ThreadItem
  /**
   * The item is at the thread's end when this returns. `to`: id of the reply it answers. `seen`: position of the newest
   * entry before the team's eyes; newer ones of others make it fail as `stale`.
   */
  reply: (reply: NewReply) => ReplyItem
  /** Who can be mentioned in a thread; nobody when the question fails. */
  people: (thread: string) => Promise<readonly PersonRef[]>
  /** Up to three threads that say much the same: answered ones first, shipped and declined last. Empty when it fails. */
  similar: (text: string) => Promise<readonly ThreadItem[]>
  /** Where letters about replies go. */
  mailbox: () => Promise<Mailbox>
  /** What came true since the last visit. Rejects where it cannot be read. */
  askedFor: () => Promise<AskedFor>
  /**
   * Text and target of a failed message, to edit it in the composer; the failed item disappears. A failed edit gives
   * its text for a reply.
   */
  takeBack: (key: string) => TakenBack | null
  /** Sends a failed message again. */
  retry: (key: string) => void
  /** How an edited message read before. Rejects with {@link Refusal}. */
  history: (message: string) => Promise<History>
  /** A message's picture; rejects with {@link Refusal}. */
  picture: (item: Item<ThreadView> | ReplyItem, at: number) => Promise<Blob>
  /**
   * Is the brand's customer whom its token names. Rejects with a {@link Refusal} of `identity_invalid`, or of
   * `identity_used`: ask the brand's server for a fresh token.
   */
  identify: (token: string) => Promise<void>
  /** Forgets the device on both sides and empties the storage. */
  forget: () => Promise<void>
}

/** For the live regions. `polite` unless it says that an own action failed. */
export interface Notice {
  voice: 'polite' | 'assertive'
  what:
    | 'posted'
    | 'held'
    | 'vote_added'
    | 'vote_removed'
    | 'saved'
    | 'following'
    | 'unfollowing'
    | 'deleted'
    | 'restored'
    | 'failed'
    | 'fresh_threads'
    | 'fresh_reply'
    | 'offline'
    | 'online'
    | 'paused'
  /** How many, for `fresh_*`. */
  n?: number
  /** Who wrote, for a single `fresh_reply`. */
  author?: PersonRef
  failure?: Failure
}

/** What actions reject with. Translate `failure.code`; never show `message`. */
export interface Refusal extends Error {
  failure: Failure
}

export interface Conversation {
  readonly phase: ReadonlySignal<Phase>
  readonly failure: ReadonlySignal<Failure | null>
  /** Null until ready. */
  readonly site: ReadonlySignal<SiteView | null>
  /** Of the scope, all kinds. */
  readonly counts: ReadonlySignal<Counts>
  readonly presence: ReadonlySignal<Presence>
  readonly link: ReadonlySignal<Link>

  /** On screen: always true inline; the panel's state in launcher mode. Closed means no socket. */
  readonly shown: Signal<boolean>
  /** New replies in threads the viewer began or follows, read anew; the team has none. Rejects where it cannot be read. */
  countNews?: () => Promise<number>

  readonly home: ThreadList
  readonly search: Search
  readonly opened: ReadonlySignal<OpenedThread | null>
  /** Messages may have pictures here. */
  readonly takesImages: ReadonlySignal<boolean>
  /** Visitors may leave an address for letters about replies. */
  readonly sendsMail: ReadonlySignal<boolean>
  /** The viewer (`verified`: the brand vouches for them); null before their first own action. */
  readonly me: ReadonlySignal<{ id: string | null; name: string | null; verified: boolean } | null>
  /** The composer has to ask for a name before the first post. */
  readonly needsName: ReadonlySignal<boolean>
  /** The latest thing to say in a live region. */
  readonly notice: ReadonlySignal<Notice | null>

  /** What others write is read out as it comes. */
  readonly announcing: ReadonlySignal<boolean>
  /** Remembered in this browser. */
  announce: (on: boolean) => void

  reload: () => Promise<void>
  /** “Try again” of a paused link. */
  reconnect: () => void
  /** Leaves the line for another one. */
  rejoin: () => void
  /** Loads its chunk; call on idle so that the first opening is instant. */
  prefetch: () => void
  /** Null when another thread was opened, or this one closed, before it was there. */
  open: (thread: string) => Promise<OpenedThread | null>
  close: () => void
  find: (query: string) => Promise<void>
  clearSearch: () => void

  /** Call when the composer gets the focus; needed before anything can be sent. */
  writer: () => Promise<Writer>
  /** Toggles at once; a refusal takes it back and is announced. */
  vote: (item: Item<ThreadView> | ReplyItem, on: boolean) => Promise<void>
  /** Any command, at once, and kept until the server has answered; its outcome is announced. */
  keep: <N extends CommandName>(name: N, input: CommandInput<N>) => Promise<void>
  /** Tells staff that somebody is typing in the opened thread; call at every input, it limits itself. */
  typing: () => void

  /**
   * Any command, typed by the contract. Shown at once where it can be; rejects with {@link Refusal}. With `keep` it is
   * kept as messages are, and resolves as soon as it is saved or safely waits for the network.
   */
  run: <N extends CommandName>(name: N, input: CommandInput<N>, keep?: boolean) => Promise<CommandResult>
  /** For the room kept on the next visit, in CSS pixels; stored only where something is stored already. */
  rememberHeight: (height: number) => void
  /** Ends sockets, timers and listeners. */
  destroy: () => void
}
