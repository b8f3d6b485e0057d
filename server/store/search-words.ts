/** Scripts written without spaces: their words cannot be told apart by an index of words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** Whether a text has any of a script written without spaces. */
export const isUnspaced = (text: string): boolean => UNSPACED.test(text)

/** Lower case without accents, words separated by single spaces: what both databases index and are asked for. */
export const foldWords = (text: string): string =>
  (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ')

export interface SearchTerms {
  /** Matched as beginnings of words. */
  words: string[]
  /** Matched anywhere, for unspaced scripts. */
  grams: string[]
}

const TERMS_MAX = 8

export function searchTerms(query: string): SearchTerms {
  const terms = [...new Set(foldWords(query).split(' '))].filter(Boolean).slice(0, TERMS_MAX)
  return {
    words: terms.filter(term => !isUnspaced(term)),
    grams: terms.filter(isUnspaced),
  }
}

/** The folded text if any of it is unspaced, else nothing: keeps the substring index small. */
export const gramsOf = (folded: string): string => (isUnspaced(folded) ? folded : '')
