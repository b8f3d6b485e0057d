import type { OwnText } from '../contract/own-texts.ts'
import type { Locale } from '../contract/site.ts'
import { TEXTS } from './text-keys.ts'

type Form = Intl.LDMLPluralRule

/** The names between braces, and of what stands between the ends of a link. */
const placesIn = (words: string) =>
  [...words.matchAll(/\{(\w+)\}|<(a)>[^<]+<\/a>/g)].map(([, name, link]) => name ?? link ?? '')
const written = (place: string) => (place === 'a' ? '<a>…</a>' : `{${place}}`)

/** Forms of a language that stand for one number only: there it may be written as a word, as “both”. */
const singleForms = (rules: Intl.PluralRules): Form[] => {
  const numbers = Array.from({ length: 1_000 }, (_, n) => rules.select(n))
  return [...new Set(numbers)].filter(form => numbers.filter(one => one === form).length === 1)
}

/** Why a site cannot say `text` in the place of a text of the widget; empty when it can. */
export function wrongsOf(locale: Locale, key: string, text: OwnText): { path: string; message: string }[] {
  const known = TEXTS.get(key)
  if (!known) return [{ path: 'key', message: 'There is no such text' }]
  if (known.counted !== (typeof text === 'object'))
    return [{ path: 'text', message: known.counted ? 'One text per plural form' : 'One text, without forms' }]
  const rules = new Intl.PluralRules(locale)
  const { pluralCategories } = rules.resolvedOptions()
  const single = known.counted ? singleForms(rules) : []
  const forms = typeof text === 'string' ? { other: text } : text
  return Object.entries(forms).flatMap(([form, words = '']) => {
    const path = known.counted ? `text.${form}` : 'text'
    if (!pluralCategories.includes(form as Form)) return [{ path, message: 'No form of this language' }]
    const found = new Set(placesIn(words))
    const spelled = single.includes(form as Form) ? ['n'] : []
    const missing = known.places.filter(place => !found.has(place) && !spelled.includes(place))
    const strange = [...found].filter(place => !known.places.includes(place))
    return [
      ...missing.map(place => ({ path, message: `${written(place)} is missing` })),
      ...strange.map(place => ({ path, message: `Nothing is filled in for ${written(place)}` })),
    ]
  })
}
