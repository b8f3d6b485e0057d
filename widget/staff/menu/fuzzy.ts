/** Letters without case and accents. */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/**
 * How well a text fits what was typed: all its letters in their order, better where they begin a word and stand
 * together. Null: not at all.
 */
export const fitness = (text: string, typed: string): number | null => {
  const [all, wanted] = [plain(text), plain(typed).trim()]
  let score = 0
  let at = -1
  for (const letter of wanted) {
    if (letter === ' ') continue
    const next = all.indexOf(letter, at + 1)
    if (next < 0) return null
    const begins = next === 0 || /[^\p{L}\p{N}]/u.test(all[next - 1] ?? '')
    score += (next === at + 1 ? 3 : 0) + (begins ? 2 : 0) - (next - at - 1) / 20
    at = next
  }
  return score + (all.startsWith(wanted) ? 5 : 0)
}

/** What fits, best first; all of it in its own order while nothing is typed. */
export const fitting = <T extends { text: string; always?: boolean }>(
  all: readonly T[],
  typed: string,
): T[] => {
  if (!typed.trim()) return [...all]
  return all
    .map(one => ({ one, score: one.always ? Number.NEGATIVE_INFINITY : fitness(one.text, typed) }))
    .filter(({ score }) => score !== null)
    .sort((a, b) => (b.score ?? 0) - (a.score ?? 0))
    .map(({ one }) => one)
}
