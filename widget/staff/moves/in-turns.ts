/** As many are under way at once; hundreds would look like an attack. */
const AT_ONCE = 8

/** The outcomes in the order of what was asked, a few at a time. */
export const inTurns = async <A, B>(all: readonly A[], ask: (one: A) => Promise<B>): Promise<B[]> => {
  const outcomes: B[] = []
  for (let at = 0; at < all.length; at += AT_ONCE)
    outcomes.push(...(await Promise.all(all.slice(at, at + AT_ONCE).map(ask))))
  return outcomes
}
