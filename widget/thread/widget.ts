import type { ComponentChildren, ComponentType } from 'preact'
import type { ThreadView } from '../../server/contract/thread.ts'
import type { WidgetConfig } from '../config.ts'
import type { Formats } from '../i18n/formats.ts'
import type { Texts } from '../i18n/texts.ts'
import type { Translate } from '../i18n/translate.ts'
import type { Conversation, Item, ReplyItem, ThreadItem } from '../model/types.ts'
import { given } from '../signals/render.ts'
import type { ReadonlySignal, Signal } from '../signals/signal.ts'
import type { Adopt } from '../style-sheets.ts'
import type { Choice } from '../ui/disclosure-menu.tsx'
import type { Writing } from './writing.ts'

/** A thread's first message, or a reply. */
export type AnyItem = Item<ThreadView> | ReplyItem

/** What one thread shows besides what everybody sees; given by the team's side. */
export interface Tools {
  /** At the foot of a card of the list. */
  card?: (item: ThreadItem) => ComponentChildren
  thread?: (item: ThreadItem) => ComponentChildren
  reply?: (item: ReplyItem) => ComponentChildren
  /** What stands at its end, if no visitor is here. */
  Composer?: ComponentType<{ item: ThreadItem; id: string }>
  /** Above what only the team can read. */
  note?: () => ComponentChildren
  /** In the message's menu, after what everybody finds there. */
  choices?: (item: AnyItem) => Choice[]
}

/** The thread in sight, and the merged thread that led here. */
export interface Reading {
  thread: string
  /** The reply to go to, or the thread itself where a link led to it. */
  asked: string | null
  from?: ThreadItem
}

/** Of a message in sight. */
export interface Standing {
  /** Pixels; 0 where it is not drawn. */
  height: number
  /** It has the focus, or something in it. */
  held: boolean
}

/** What is read out: after what stands, or at once after it where something went wrong. */
export interface Said {
  readonly voice: 'polite' | 'assertive'
  readonly text: string
}

/** How a message looks that is not simply there; comes after the first paint. */
export interface MessageParts {
  MessageState: ComponentType<{ item: AnyItem }>
  Tombstone: ComponentType<{ item: AnyItem; id: string; was: Standing }>
}

/** What every connected piece finds around itself. */
export interface Widget {
  readonly conversation: Conversation
  readonly config: Pick<
    WidgetConfig,
    'headingLevel' | 'label' | 'locale' | 'mode' | 'origin' | 'page' | 'scope' | 'site'
  >
  readonly formats: Formats
  readonly t: Translate<Texts>
  readonly brand: ReadonlySignal<string>
  /**
   * Milliseconds; moves on twice a minute, for everything that says how long ago. 0 until the first paint is over: the
   * first use of a browser's own words for times takes as long as all the rest of it.
   */
  readonly now: Signal<number>
  /** For the live regions. */
  readonly said: Signal<Said | null>
  /** The one dialog that is open. */
  readonly dialog: Signal<ComponentChildren>
  /** Seconds until the server takes messages from this viewer again; 0 when it does. */
  readonly waits: Signal<number>
  /** How often what sends was pressed by the mouse. */
  readonly clicks: Signal<number>
  readonly adopt: Adopt
  readonly tools: Tools
  readonly parts: Signal<MessageParts | null>
  readonly reading: Signal<Reading | null>
  /** The same message for the same target until it is sent. */
  writing: (target: string) => Writing
  /** All that has been, by target. */
  readonly writings: ReadonlyMap<string, Writing>
  /** Shows a thread, and goes to what was asked for of it. */
  open: (thread: string, asked?: string | null) => void
  /** Back to the list, to the card one came from. */
  back: () => void
  /** Waits for what comes in a chunk of its own; says so, and answers null, where it cannot come. */
  want: <T>(load: () => Promise<T>) => Promise<T | null>
  /** How the message that an element belongs to stands there now. */
  standing: (id: string) => Standing
  /** Gives the focus to an element of the widget, once it is drawn; not where something matches `unless` by then. */
  focus: (id: string, unless?: string) => void
}

/** @throws Error outside a widget */
export const useWidget = (): Widget => {
  const { widget } = given() as { widget?: Widget }
  if (!widget) throw new Error('Drawn outside a widget')
  return widget
}
