import type { Tree } from '../../contract/text.ts'
import { AppError } from '../../lib/app-error.ts'
import { cutExcerpt, firstSentence } from './cut.ts'
import { parseText, plainText } from './parse.ts'

/** Everything derived from a message as typed, made once at the write. */
export interface MessageText {
  source: string
  tree: Tree
  plain: string
  /** The beginning, for cards and quotes. */
  excerpt: string
  /** The first sentence: a thread's title. */
  title: string
  /** What follows the title, so that a card does not say the same twice. */
  lead: string
}

/** @throws AppError `text_empty` when nothing visible is left */
export function messageText(source: string): MessageText {
  const tree = parseText(source.trim())
  const plain = plainText(tree)
  if (!/[^\s\p{C}\p{M}]/u.test(plain)) throw new AppError('text_empty')
  const title = firstSentence(plain)
  return {
    source: source.trim(),
    tree,
    plain,
    excerpt: cutExcerpt(plain),
    title,
    lead: leadAfter(title, plain),
  }
}

/** A title that had to be cut says too little to be left out. */
function leadAfter(title: string, plain: string): string {
  const text = plain.trimStart()
  return cutExcerpt(text.startsWith(title) ? text.slice(title.length).replace(/^[\s.]+/, '') : text)
}
