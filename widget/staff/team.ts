import type { CommandInput, CommandName } from '../../server/contract/commands.ts'
import type { PersonRef, StaffMe } from '../../server/contract/person.ts'
import type { SiteDesk } from '../api/site-desk.ts'
import type { Translate } from '../i18n/translate.ts'
import type { StaffConversation } from '../model/staff-types.ts'
import type { Conversation, ThreadItem } from '../model/types.ts'
import { given } from '../signals/render.ts'
import type { Signal } from '../signals/signal.ts'
import type { Account } from './account.ts'
import type { OutgoingReplies } from './composer/outgoing.ts'
import type { Kept } from './kept.ts'
import type { MenuState } from './menu/menu.ts'
import type { Recent } from './menu/recent.ts'
import type { Deeds } from './moves/deeds.ts'
import type { Call } from './moves/inverse.ts'
import type { Selection } from './moves/selection.ts'
import type { Room } from './rooms.ts'
import type { Router } from './router.ts'
import type { StaffTexts } from './texts.ts'

/** For whom the composer writes. */
export type Mode = 'public' | 'note'

/** What pieces find around themselves that the team has in the admin and on a brand's page alike. */
export interface Crew {
  readonly me: StaffMe
  readonly t: Translate<StaffTexts>
  readonly mode: Signal<Mode>
  readonly conversation: Conversation
  readonly desk: { read: <T>(path: string) => Promise<T> }
  /** Public replies in their last seconds here. */
  readonly outgoing: OutgoingReplies
  /** Gives the newest of them back to the composer of the opened thread; false when none waits. */
  takeBackReply: () => boolean
  /** A reply that came back because others were faster: up to where its author had read. */
  readonly late: Signal<{ thread: string; seen: number } | null>
  /** How to begin in a thread that is being opened. */
  readonly composeIn: Signal<{ thread: string; mode: Mode } | null>
  /** Who else works here, as far as that was read. */
  readonly colleagues: () => readonly PersonRef[]
  /** Whether they may do anything now; where not they are told why. */
  readonly mayAct: () => boolean
  /**
   * Does all of it, and keeps the way back. The words for what went wrong first, or null; they are shown above the
   * thread as well, unless the caller does.
   */
  change: (calls: readonly Call[], how?: { quiet: boolean }) => Promise<string | null>
  /** Does it, and shows what went wrong above the thread. */
  act: <N extends CommandName>(name: N, input: CommandInput<N>) => Promise<void>
}

/** What every piece of the admin view finds around itself, beside the widget's own. */
export interface Team extends Crew {
  readonly account: Account
  readonly router: Router
  /** The pages beside the inbox. */
  readonly rooms: readonly Room[]
  readonly conversation: StaffConversation
  readonly desk: SiteDesk
  /** Keys without modifiers are on. */
  readonly singleKeys: Signal<boolean>
  /** Nobody is told that one is here or writes. */
  readonly invisible: Signal<boolean>
  /** The list of shortcuts is open. */
  readonly sheet: Signal<boolean>
  /** What the command menu asks; null while it is closed. */
  readonly menu: Signal<MenuState | null>
  readonly recent: Recent
  /** How often each move was made with the pointer. */
  readonly pointerUses: Signal<Readonly<Record<string, number>>>
  readonly selection: Selection
  /** What can be taken back. */
  readonly deeds: Deeds
  /** The form about one thread or several. */
  readonly dialog: Signal<{
    what: 'status' | 'hide' | 'merge' | 'view' | 'ask' | 'announce'
    items: readonly ThreadItem[]
  } | null>
  /** Saved replies, saved views and labels. */
  readonly kept: Kept
  /** Names of labels: the site's, as far as they were read, and those seen. */
  readonly labels: () => readonly string[]
  /** The form that is open at a message. */
  readonly form: Signal<{ what: 'hide' | 'retitle'; message: string } | null>
  /** Why the last action on the opened thread did not happen. */
  readonly trouble: Signal<string | null>
  /** Takes back a deed, the newest unless told which. */
  takeBack: (deed?: number) => Promise<void>
  /** The words for something that was thrown; whoever is signed out is shown the door. */
  explain: (thrown: unknown) => string
  /** Does it; the words for what went wrong, or null. */
  run: <N extends CommandName>(name: N, input: CommandInput<N>) => Promise<string | null>
}

/** What is given to all that is drawn below: `team` in the admin view, `crew` on a brand’s page. */
interface GivenToTeam {
  team?: Team
  crew?: Crew
}

/** @throws Error outside the admin view */
export const useTeam = (): Team => {
  const { team } = given() as GivenToTeam
  if (!team) throw new Error('Drawn outside the admin view')
  return team
}

/** @throws Error where nobody of the team is signed in */
export const useCrew = (): Crew => {
  const { team, crew = team } = given() as GivenToTeam
  if (!crew) throw new Error('Drawn where there is no team')
  return crew
}
