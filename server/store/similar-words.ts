import { stemmer as arabic } from '@orama/stemmers/arabic'
import { stemmer as dutch } from '@orama/stemmers/dutch'
import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as french } from '@orama/stemmers/french'
import { stemmer as german } from '@orama/stemmers/german'
import { stemmer as italian } from '@orama/stemmers/italian'
import { stemmer as portuguese } from '@orama/stemmers/portuguese'
import { stemmer as spanish } from '@orama/stemmers/spanish'
import { foldWords, isUnspaced } from './search-words.ts'

type Stemmer = (word: string) => string

/** By primary language subtag. A language without a stemmer is matched by its plain words. */
const stemmers = new Map<string, Stemmer>(
  Object.entries({
    ...{ ar: arabic, de: german, en: english, es: spanish },
    ...{ fr: french, it: italian, nl: dutch, pt: portuguese },
  }),
)

/**
 * What a text is compared by, the same on both databases: each word as it is and by its stem in the text's own
 * language, and pairs of neighbouring characters where a script has no spaces. `language`: BCP 47.
 */
export function similarTokens(text: string, language: string): string[] {
  const stem = stemmers.get(language.toLowerCase().split('-')[0] ?? '')
  return words(text).flatMap(word => {
    const folded = foldWords(word)
    if (folded === '') return []
    if (isUnspaced(folded)) return pairs(folded)
    // A stem is taken of the word with its accents, which the stemmers know.
    const root = stem && foldWords(stem(word))
    return root && root !== folded && !root.includes(' ') ? [folded, root] : [folded]
  })
}

const words = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []

function pairs(run: string): string[] {
  const signs = [...run]
  return signs.length < 2 ? signs : signs.slice(1).map((sign, i) => `${signs[i]}${sign}`)
}
