import type { OwnView } from '../../server/contract/own.ts'

/** What a message is to this viewer. */
export interface Own {
  voted: boolean
  author: boolean
  /** They are told of replies (threads). */
  following: boolean
  /** They reported it: fold it. */
  reported: boolean
  /** It names them. */
  mentioned: boolean
  /** Their own thread while they wait: who of the team has read it, and when. */
  seen: OwnView['seen']
  /** Their text as typed, for editing; null when it is not theirs. */
  source: string | null
}
