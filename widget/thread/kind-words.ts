import type { Kind } from '../../server/contract/site.ts'
import type { Texts } from '../i18n/texts.ts'

/** What one of a kind is called. Keys are written whole, so that a build puts the words here and no catalogue is carried. */
export const KIND_WORDS = {
  question: 'kind.question',
  idea: 'kind.idea',
  problem: 'kind.problem',
  praise: 'kind.praise',
} as const satisfies Record<Kind, keyof Texts>
