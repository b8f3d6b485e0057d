import type { WidgetConfig } from '../config.ts'
import type { Mounted, mount } from '../mount.tsx'
import type { Signal } from '../signals/signal.ts'
import type { Obey, Start } from '../start.ts'

/** One of the team on the page. */
export interface TeamHere {
  /** Shows how to sign in, for the first time or again. */
  ask: () => void
}

/** A widget as the page that it stands on sees it. */
export interface Hosted {
  from: Start
  config: WidgetConfig
  /** Another one after a restart. */
  widget: Mounted
  /** How it is drawn while one of the team is signed in on the page. */
  mount?: typeof mount
  team?: TeamHere
  /** Where readers are asked about what they select; a selector. */
  passages?: string
  /** Goes up with every restart; there once somebody follows it. */
  turn?: Signal<number>
  /** Tells the page what happens, from a restart on anew. Answers how to end it. */
  follow?: () => () => void
  unfollow?: () => void
  /** Until then whoever tells is on the way. */
  told?: Promise<void>
  /** The path at which the page was last looked at; there while its address and the widget's place are watched. */
  path?: string
  /** Changes of the address since the widget lost its place. */
  homeless?: number
  /** What was said before there was anything to look at, and somebody else may have to do again. */
  early?: Parameters<Obey>[0][]
  /** Of those that are to be its successor, the last that was asked for. */
  coming?: object
  /** Who the widget is in another language, or with other words. */
  successor?: Obey
}
