import { foldWords } from '../../store/search-words.ts'
import type { Phase } from '../phase.ts'

/** The same text again, whatever its capitals and signs. */
export const repeat: Phase = ({ rules, text, recent }) => {
  if (!rules.repeat) return 'pass'
  const folded = foldWords(text.source)
  const times = recent.filter(source => foldWords(source) === folded).length
  return times > 0 ? { rule: 'repeat', found: String(times) } : 'pass'
}
