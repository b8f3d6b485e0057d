/** People a list shows at the most. */
const MOST = 6
/** Up to three words, because names have spaces. */
const BEGUN = /(?:^|[\s([«“"'])@([^\s@]{0,40}(?: [^\s@]{0,40}){0,2})$/u

/** What stands between the last @ and the caret, where that may be a name; null where it may not. */
export const wordAfterAt = (before: string): string | null => BEGUN.exec(before)?.[1] ?? null

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Those whose name, or a later part of it, begins like this. */
export const namesLike = <P extends { name: string }>(people: readonly P[], begun: string): P[] => {
  const wanted = fold(begun)
  const begins = ({ name }: P) => fold(name).startsWith(wanted) || fold(name).includes(` ${wanted}`)
  return people.filter(person => begins(person) && fold(person.name) !== wanted.trim()).slice(0, MOST)
}
