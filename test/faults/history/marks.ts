const MARK = /\[([\w-]{8,64})\]/g

/** Words that can be told from all others: which call made the message, and which wrote these words. */
export const markedBody = (made: string, written: string, words: string) => `[${made}] ${words} [${written}]`

/** The calls a message's text names; null where it names none. */
export function marksOf(source: string): { made: string; written: string } | null {
  const marks = [...source.matchAll(MARK)].map(([, id]) => id as string)
  const [made, written] = [marks.at(0), marks.at(-1)]
  return made && written ? { made, written } : null
}
