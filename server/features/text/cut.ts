import { EXCERPT_MAX, QUOTE_MAX, TITLE_AUTO_MAX } from '../../contract/limits.ts'

/** Cut at a word where there is one near, never inside a surrogate pair, with an ellipsis. */
export function cutText(text: string, max: number): string {
  const flat = text.replace(/\s+/g, ' ').trim()
  if (flat.length <= max) return flat
  const head = flat.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, '')
  const space = head.lastIndexOf(' ')
  return `${(space > max * 0.6 ? head.slice(0, space) : head).replace(/[\s,;:.–-]+$/, '')}…`
}

export const cutExcerpt = (text: string) => cutText(text, EXCERPT_MAX)
export const cutQuote = (text: string) => cutText(text, QUOTE_MAX)

/** The first sentence of the first non-empty line: what a thread is called until staff retitle it. */
export function firstSentence(text: string): string {
  const line = text.split('\n').find(l => l.trim() !== '') ?? ''
  const end = line.search(/[.!?…](?=\s|$)|[。！？؟]/u)
  const sentence = end === -1 ? line : line.slice(0, end + 1)
  return cutText(sentence.replace(/([^.])\.$/, '$1'), TITLE_AUTO_MAX)
}
