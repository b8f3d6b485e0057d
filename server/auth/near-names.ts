import type { Protected } from './names.ts'
import { wordsOf } from './names.ts'
import { skeleton } from './skeleton.ts'

/** Fewer letters are an initial, or a family name that millions have. */
const SHORTEST = 2

/** A sign of a script that puts no spaces between the words of a name. */
const UNSPACED =
  '[\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Hang}\\p{scx=Thai}\\p{scx=Laoo}\\p{scx=Khmr}\\p{scx=Mymr}]'
/** Where a word may begin or end: spaces and signs, a capital (`GiuliaRossi`), a digit, which may also pass for a letter. */
const PIECE = new RegExp(
  `${UNSPACED}\\p{M}*|\\p{Lu}?(?:(?!\\p{Lu}|${UNSPACED})[\\p{L}\\p{M}])+|\\p{Lu}+(?!\\p{Ll})|\\p{Lu}|\\p{N}|[@$|!]`,
  'gu',
)

/** The first name, which is what the team is called by. */
export const firstName = (name: string | null) => (name ?? '').split(' ')[0] ?? ''

/**
 * Whether a name that was let pass still says the brand's, or the first name of somebody who speaks for it: as a word of
 * its own, however spaced and with whatever letters that look the same. `Giuliano` is not `Giulia`.
 */
export function createNearness({ brand, staffNames }: Protected): (name: string) => boolean {
  const guarded = new Set(
    [brand, ...wordsOf(brand), ...staffNames.map(firstName)]
      .map(skeleton)
      .filter(word => word.length >= SHORTEST),
  )
  const longest = Math.max(0, ...[...guarded].map(word => word.length))
  return name => {
    const pieces = (name.match(PIECE) ?? []).map(skeleton)
    return pieces.some((_, from) => {
      let run = ''
      for (let to = from; to < pieces.length && run.length < longest; to++) {
        run += pieces[to]
        if (guarded.has(run)) return true
      }
      return false
    })
  }
}
