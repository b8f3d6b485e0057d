import type { PersonRef } from '../../../server/contract/person.ts'
import type { WidgetConfig } from '../../config.ts'
import type { InlineConversation } from '../../model/inline-conversation.ts'
import { given } from '../../signals/render.ts'
import type { ReadonlySignal } from '../../signals/signal.ts'
import type { Duty } from './duty.ts'

/** What one of the team may do on the page about being there at all. */
export interface Here {
  readonly duty: Duty
  /** Where one is. */
  readonly config: WidgetConfig
  /** Null while one looks at it as visitors do. */
  readonly conversation: InlineConversation | null
  /** Who else works here, as far as that was read. */
  readonly colleagues: () => readonly PersonRef[]
  /** Reads that anew. */
  readTeam: () => void
  readonly asVisitor: ReadonlySignal<boolean>
  lookAsVisitor: (on: boolean) => void
  /** Asks for another pass, before this one ends or after. */
  renew: () => void
  /** All is as it was: the widget is a visitor's again. */
  leave: () => Promise<void>
}

/** @throws Error where nobody of the team is signed in */
export const useHere = (): Here => {
  const { here } = given() as { here?: Here }
  if (!here) throw new Error('Drawn where nobody is signed in')
  return here
}
