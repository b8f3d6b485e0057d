import type { HeldFor, ModerationRules } from '../contract/queue.ts'
import type { MessageText } from '../features/text/message-text.ts'

/** What a phase may look at. It changes nothing. */
export interface Candidate {
  rules: ModerationRules
  text: MessageText
  /** Texts of the author's messages of the last hour, newest first; as many as the rules may ask for. */
  recent: string[]
  /** Whether anything of the author has been public yet. */
  known: boolean
}

/** Why to hold the message, or `pass`. */
export type Finding = 'pass' | HeldFor

export type Phase = (candidate: Candidate) => Finding
