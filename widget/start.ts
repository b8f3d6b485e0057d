import type { WidgetConfig } from './config.ts'
import type { ParlaCommand } from './host/parla.d.ts'
import type { Conversation } from './model/types.ts'

/** From the widget's own menu, and no command of a page's: one of the team wants to sign in where this one is. */
export type TeamCommand = readonly [name: 'team', conversation: Conversation]

/** The tag's own door, as the widget's menu knows it. A widget without a tag has none, and nobody signs in to it. */
export type TeamDoor = { parla?: (...command: TeamCommand) => void }

/** From a widget that begins where others are on the page, to all of them. */
export type ShareCommand = readonly [name: 'share']

/** From the widget itself: its first list is there, and the site may say something of language and words. */
export type MeetCommand = readonly [name: 'meet', ...met: Parameters<NonNullable<WidgetConfig['meet']>>]

/** Takes a command for one widget, which may not have started yet. */
export type Obey = (command: ParlaCommand | TeamCommand | ShareCommand | MeetCommand) => unknown

/** What the tag hands to the app. Only what the tag had to know itself; the app makes a `WidgetConfig` of it. */
export interface Start {
  /** In its place on the page, with its room reserved; or without one, where that is not there yet. */
  host: HTMLElement
  /** The tag's `data-*`, or an element's attributes by the same names. */
  data: DOMStringMap
  origin: string
  /** What the page or the browser wishes for, where that is one of ours. */
  locale?: string | undefined
  /** The snapshot, where it was asked for beside the app. */
  snapshot?: Promise<Response>
  /** Aborted when the widget is to go. */
  end: AbortSignal
  /** How its widget shares a line with the others, where there are any. */
  share?: WidgetConfig['share']
  /** The widget's commands, from outside. */
  obey: Obey
  /** What the page listens with, by the functions it gave. */
  heard?: Map<unknown, EventListener>
}

/** Begins a widget. `put` gives its host a place, if there is one; what floats needs none of its own. */
export type Begin = (data: DOMStringMap, put: (host: HTMLElement, floats?: boolean | '') => void) => Obey
