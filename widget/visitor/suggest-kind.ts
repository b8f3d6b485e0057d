import type { Kind } from '../../server/contract/site.ts'
import type { Widget } from '../thread/widget.ts'

/**
 * What a text seems to be by the words the page's language has for it; null when nothing tells. Strongest first: a
 * thank-you that ends in a question is a question, a broken thing asked about is a problem.
 */
export const suggestKind = (text: string, kinds: readonly Kind[], t: Widget['t']): Kind | null => {
  const says = (words: string, before = '(?<!\\p{L})') =>
    new RegExp(`${before}(?:${words})(?!\\p{L})`, 'iu').test(text.trim())
  const signs: readonly (readonly [Kind, () => boolean])[] = [
    ['problem', () => says(t('guess.problem'))],
    ['idea', () => says(t('guess.idea'))],
    ['question', () => /[?？؟]\s*$/.test(text) || says(t('guess.question'), '^')],
    ['praise', () => says(t('guess.praise'))],
  ]
  return signs.find(([kind, sign]) => kinds.includes(kind) && sign())?.[0] ?? null
}
