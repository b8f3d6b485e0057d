import { foldWords, gramsOf } from '../../store/search-words.ts'
import type { Phase } from '../phase.ts'

/** The brand's own list. Plain words, so that no list can make the server think for long. */
export const words: Phase = ({ rules, text }) => {
  if (rules.words.length === 0) return 'pass'
  const spoken = ` ${foldWords(text.plain)} `
  const found = rules.words.find(word => {
    const folded = foldWords(word)
    if (folded === '') return false
    return spoken.includes(gramsOf(folded) === '' ? ` ${folded} ` : folded)
  })
  return found === undefined ? 'pass' : { rule: 'words', found }
}
