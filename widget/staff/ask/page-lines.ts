import { ANNOUNCE_PAGES_MAX } from '../../../server/contract/limits.ts'

/** What a page's widget calls it, by its address; null for what is none. A key that is announced already may stay. */
const keyOf = (line: string, known: readonly string[]): string | null => {
  if (known.includes(line)) return line
  if (!/^https?:\/\//i.test(line) || !URL.canParse(line)) return null
  const { origin, pathname } = new URL(line)
  return origin + pathname
}

/** The pages that lines name, each once; or the first line that names none. */
export const readPages = (
  text: string,
  known: readonly string[] = [],
): { pages: string[] } | { wrong: string } => {
  const lines = text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
  const wrong = lines.find(line => keyOf(line, known) === null)
  if (wrong !== undefined || !lines.length) return { wrong: wrong ?? '–' }
  return { pages: [...new Set(lines.flatMap(line => keyOf(line, known) ?? []))].slice(0, ANNOUNCE_PAGES_MAX) }
}
