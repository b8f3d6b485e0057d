import type { Session } from '../widget/api/session.ts'
import type { WidgetConfig } from '../widget/config.ts'
import type { Conversation } from '../widget/model/types.ts'
import type { Answers } from './answers.ts'
import type { Hand } from './hand.ts'
import type { Wire } from './wire.ts'

/** One state of the widget: what the server says, what the browser remembers, and what somebody did. */
export interface Scene {
  readonly mode?: WidgetConfig['mode']
  /** On the launcher's button. */
  readonly label?: string
  /** Seen by one of the team, whose pass lasts or is over, or who asks for one: in a window that opens, or that is blocked. */
  readonly team?: 'lasts' | 'over' | 'asks' | 'blocked'
  readonly answers: Answers
  readonly session?: Session
  /** Stored by the site's other names, such as `seen` or `drafts`. */
  readonly stored?: Readonly<Record<string, unknown>>
  /** Brings the widget from its first sight to the state. */
  readonly act?: (stage: Stage) => Promise<void> | void
}

export interface Stage {
  readonly hand: Hand
  readonly wire: Wire
  readonly conversation: Conversation
}
