import type { PageInput } from '../../server/contract/page.ts'
import { cut } from '../model/provisional.ts'

/** Characters of a passage that are quoted. */
const QUOTED = 300
const TITLE = 60
/** Words at either end that name a longer passage. */
const WORDS = 4

/** As text fragments want it (https://wicg.github.io/scroll-to-text-fragment/): a dash would mean something there. */
const fragment = (text: string) => encodeURIComponent(text).replace(/-/g, '%2D')
/** A parenthesis would end a link in a message. */
const inLink = (address: string) => address.replace(/\(/g, '%28').replace(/\)/g, '%29')

const pointer = (text: string) => {
  const words = text.split(/\s+/)
  if (words.length <= 2 * WORDS) return fragment(words.join(' '))
  return [words.slice(0, WORDS), words.slice(-WORDS)].map(some => fragment(some.join(' '))).join(',')
}

/** A passage of a page as a message quotes it, with a link that leads back to it. */
export const quoteOf = (text: string, { url, title = '' }: PageInput): string => {
  const lines = cut(text.trim(), QUOTED)
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
  const name = title
    .replace(/[[\]()\\]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, TITLE)
  const link = `[${name || new URL(url).pathname}](${inLink(`${url}#:~:text=${pointer(text.trim())}`)})`
  return [...lines, link].map(line => `> ${line}`).join('\n')
}
