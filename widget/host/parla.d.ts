/** What a page may say to Parla and hear of it. The server has this file at `/parla.d.ts`. */

export type ParlaMode = 'inline' | 'launcher' | 'modal' | 'headless'
/** `match(…)`: dark while the selector matches something on the page. */
export type ParlaTheme = 'auto' | 'light' | 'dark' | `match(${string})`
export type ParlaLanguage = 'en' | 'it' | 'ar' | 'fr' | 'es' | 'de' | 'pt-BR' | 'nl' | 'ja'
export type ParlaKind = 'question' | 'idea' | 'problem' | 'praise'

/** A text, or one per plural category of the language; `other` stands for those that are missing. */
export type ParlaText = string | ({ [C in Intl.LDMLPluralRule]?: string } & { other: string })
/** The page's own words by their keys, which are listed at `/texts/en.json`. */
export type ParlaTexts = Readonly<Record<string, ParlaText>>

/** What can change while a widget is there. Without any of them, the page's address is looked at again. */
export interface ParlaChanges {
  theme?: ParlaTheme
  /** The page's key; empty: its address. */
  page?: string
  scope?: 'site' | 'page'
  lang?: ParlaLanguage
  texts?: ParlaTexts
}

/** The brand's signed token, or how to get one: it is asked again where a token was used or is too old. */
export type ParlaToken = string | (() => string | Promise<string>)

export interface ParlaEvents {
  /** There is something to look at. */
  ready: { site: string; conversations: number }
  /** The panel opened, or closed. */
  open: Record<string, never>
  close: Record<string, never>
  /** A conversation came into sight. */
  thread: { thread: string }
  /** The visitor's own message was accepted. */
  post: { id: string; thread: string; reply: boolean }
  /** Followed conversations with something unread in them. */
  unread: { count: number }
  /** Who the visitor is from now on. */
  identify: { id: string | null; name: string | null; verified: boolean }
  /** A stable code of what did not work, such as `network` or `identity_invalid`. */
  error: { code: string }
}
export type ParlaListener<E extends keyof ParlaEvents> = (told: ParlaEvents[E]) => void

export interface ParlaAuthor {
  id: string
  name: string
  staff: boolean
  /** To be shown beside a name that comes near the team’s; left out of everybody else. */
  label?: 'visitor'
}
export interface ParlaThread {
  id: string
  kind: ParlaKind
  title: string
  excerpt: string
  status: string
  answered: boolean
  votes: number
  replies: number
  author: ParlaAuthor
  /** Instants, in milliseconds. */
  createdAt: number
  activityAt: number
  voted: boolean
  unread: boolean
}
/** The conversations without their looks, for pages that draw them themselves. */
export interface ParlaConversations {
  /** In the list's order; the same array until something changes. */
  threads: () => readonly ParlaThread[]
  total: () => number
  /** Runs now and after every change. Answers how to end it. */
  follow: (run: () => void) => () => void
  /** Adds the list's next page. */
  more: () => Promise<void>
  /** Resolves once the message is on its way; `post` tells that it was accepted. */
  post: (message: { kind: ParlaKind; body: string; name?: string }) => Promise<void>
  reply: (message: { thread: string; body: string; name?: string }) => Promise<void>
  vote: (thread: string, on: boolean) => Promise<void>
}

/** Commands and what is given with them. */
export interface ParlaCommands {
  /** Opens the panel, or brings the widget into view, and a thread in it. */
  open: [thread?: string | undefined]
  /** The same, to write something new: `text` stands below what the visitor begins with. */
  ask: [text?: string | undefined]
  /** Offers “Ask about this” wherever a reader selects text in what the selector names. */
  quote: [selector: string]
  close: []
  /** Takes the widget off the page, or puts it back; it stays as it is. */
  hide: []
  show: []
  update: [changes?: ParlaChanges]
  theme: [theme: ParlaTheme]
  identify: [token: ParlaToken]
  on: { [E in keyof ParlaEvents]: [event: E, listener: ParlaListener<E>] }[keyof ParlaEvents]
  off: { [E in keyof ParlaEvents]: [event: E, listener: ParlaListener<E>] }[keyof ParlaEvents]
  /** Runs once there is something to look at. */
  ready: [run: (conversations: ParlaConversations) => void]
  /** Takes the widget away, with everything it held. */
  destroy: []
}
export type ParlaCommand = {
  [N in keyof ParlaCommands]: readonly [name: N, ...given: ParlaCommands[N]]
}[keyof ParlaCommands]

/** The one global. Before a widget is there it may be the page's own queue. */
export interface Parla {
  (...command: ParlaCommand): void
  q?: ParlaCommand[]
}

/** `<parla-widget site="s_…">`: the tag's `data-*` without `data-`. */
export interface ParlaElement extends HTMLElement {}

declare global {
  function parla(...command: ParlaCommand): void

  interface HTMLElementTagNameMap {
    'parla-widget': ParlaElement
  }
  interface DocumentEventMap {
    'parla:ready': CustomEvent<ParlaEvents['ready']>
    'parla:open': CustomEvent<ParlaEvents['open']>
    'parla:close': CustomEvent<ParlaEvents['close']>
    'parla:thread': CustomEvent<ParlaEvents['thread']>
    'parla:post': CustomEvent<ParlaEvents['post']>
    'parla:unread': CustomEvent<ParlaEvents['unread']>
    'parla:identify': CustomEvent<ParlaEvents['identify']>
    'parla:error': CustomEvent<ParlaEvents['error']>
  }
}
