import { foldWords, isUnspaced } from '../../store/search-words.ts'

/** Shorter words are in every sentence of a language and say nothing of what it is about. */
const TELLING = 4

/**
 * The pieces two texts are compared by: three neighbouring characters of each longer word, with its beginning and end
 * marked, or two where a script has no spaces.
 */
export function pieces(text: string): Set<string> {
  const words = foldWords(text).split(' ').filter(Boolean)
  const telling = words.filter(word => word.length >= TELLING || isUnspaced(word))
  const all = new Set<string>()
  for (const word of telling.length > 0 ? telling : words) {
    const [signs, length] = isUnspaced(word) ? [[...word], 2] : [[...`  ${word} `], 3]
    for (let i = 0; i + length <= signs.length; i++) all.add(signs.slice(i, i + length).join(''))
  }
  return all
}

/** How much of two texts is the same: from 0, nothing, to 1, everything. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const piece of a) if (b.has(piece)) shared++
  const all = a.size + b.size - shared
  return all === 0 ? 0 : shared / all
}
