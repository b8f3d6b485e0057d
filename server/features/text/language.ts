import { COMMON_WORDS } from './common-words.ts'

/** Letters that are looked at: what a text is written in shows at its beginning. */
const LOOKED_AT = 1_000
/** A part of the letters from which another script than Latin decides: names of products are Latin everywhere. */
const DECIDES = 0.25
/** So many more common words than the guess has must speak for another language. */
const MARGIN = 2

/** A script, the languages written in it with the likeliest first, and letters that only one of them has. */
interface Script {
  letters: RegExp
  languages: readonly string[]
  telling?: readonly (readonly [language: string, letters: RegExp])[]
}

const script = (name: string, languages: string, telling?: Script['telling']): Script => ({
  letters: new RegExp(`\\p{Script=${name}}`, 'gu'),
  languages: languages.split(' '),
  ...(telling && { telling }),
})

const SCRIPTS: readonly Script[] = [
  {
    letters: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu,
    languages: ['zh', 'ja', 'yue'],
    telling: [['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/u]],
  },
  script('Arabic', 'ar fa ur ps ckb ug sd', [
    ['ur', /[ٹڈڑںے]/u],
    ['fa', /[پژکی]/u],
  ]),
  script('Cyrillic', 'ru uk be bg sr mk kk ky mn tg', [
    ['uk', /[їєґ]/iu],
    ['be', /ў/iu],
    ['mk', /[ѓќѕ]/iu],
    ['sr', /[ђћџљњ]/iu],
  ]),
  script('Hebrew', 'he yi'),
  script('Devanagari', 'hi mr ne sa'),
  script('Bengali', 'bn as'),
  script('Ethiopic', 'am ti'),
  script('Hangul', 'ko'),
  script('Greek', 'el'),
  script('Thai', 'th'),
  script('Lao', 'lo'),
  script('Khmer', 'km'),
  script('Myanmar', 'my'),
  script('Armenian', 'hy'),
  script('Georgian', 'ka'),
  script('Gujarati', 'gu'),
  script('Gurmukhi', 'pa'),
  script('Kannada', 'kn'),
  script('Malayalam', 'ml'),
  script('Sinhala', 'si'),
  script('Tamil', 'ta'),
  script('Telugu', 'te'),
]

const commonWords = Object.entries(COMMON_WORDS).map(
  ([language, words]) => [language, new Set(words.split(/\s+/))] as const,
)

/** Addresses are in no language. */
const ADDRESSES = /\b(?:https?:\/\/|www\.)\S+|\S+@\S+/g

const primary = (language: string | undefined) => language?.toLowerCase().split('-')[0]

/**
 * The language a text is written in (BCP 47), null where nothing tells. `guess`: what its author's screen speaks, which
 * stands unless the text says otherwise: by its script, or by two common words more of another language.
 */
export function languageOf(text: string, guess?: string): string | null {
  const words = text.slice(0, LOOKED_AT).replace(ADDRESSES, ' ').normalize('NFC')
  const all = count(words, /\p{L}/gu)
  if (all === 0) return guess ?? null
  const [first, letters] = mostUsed(words)
  if (first && letters / all >= DECIDES) return inScript(first, words, guess)
  const known = primary(guess)
  const isLatin = known !== undefined && !SCRIPTS.some(({ languages }) => languages.includes(known))
  return inLatin(words, isLatin ? guess : undefined)
}

const count = (text: string, letters: RegExp) => text.match(letters)?.length ?? 0

/** The script besides Latin that most letters are of. */
function mostUsed(text: string): [Script | null, number] {
  return SCRIPTS.reduce<[Script | null, number]>(
    (most, one) => {
      const letters = count(text, one.letters)
      return letters > most[1] ? [one, letters] : most
    },
    [null, 0],
  )
}

function inScript({ languages, telling = [] }: Script, text: string, guess: string | undefined) {
  const told = telling.find(([, letters]) => letters.test(text))?.[0]
  const known = primary(guess) ?? ''
  const language = told ?? (languages.includes(known) ? known : languages[0])
  return (language === known ? guess : language) ?? null
}

function inLatin(text: string, guess: string | undefined): string | null {
  const said = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []
  const scores = commonWords
    .map(([language, words]) => ({ language, score: said.filter(word => words.has(word)).length }))
    .sort((a, b) => b.score - a.score)
  const known = primary(guess)
  const rival = guess ? scores.find(({ language }) => language === known) : scores[1]
  const [best] = scores
  const wins = best && best.language !== known && best.score >= (rival?.score ?? 0) + (guess ? MARGIN : 1)
  return wins && best.score >= MARGIN ? best.language : (guess ?? null)
}
