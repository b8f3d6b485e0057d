import type { Kind } from '../../server/contract/site.ts'
import type { Texts } from '../i18n/texts.ts'

/** What many of a kind are called. */
export const KINDS_WORDS = {
  question: 'kinds.question',
  idea: 'kinds.idea',
  problem: 'kinds.problem',
  praise: 'kinds.praise',
} as const satisfies Record<Kind, keyof Texts>
