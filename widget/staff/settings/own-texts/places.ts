import type { Message } from '../../../i18n/catalogue.ts'

export type Form = Intl.LDMLPluralRule
/** Words by their plural form; a text that counts nothing has `other` alone. */
export type Forms = Readonly<Partial<Record<Form, string>>>
/** What keeps words from taking the place of ours. */
export interface Wrong {
  readonly form: Form
  readonly what: 'empty' | 'missing' | 'strange'
  /** As it is written in the text. */
  readonly place: string
}

const SEEN = 200

export const formsOf = (message: Message): Forms =>
  typeof message === 'string' ? { other: message } : message

/** As it is sent: of a text that counts nothing the words, else a text per form. */
export const messageOf = (ours: Message, forms: Forms): Message => {
  const { other = '', ...more } = forms
  return typeof ours === 'string' ? other : { ...more, other }
}

/** What is filled in to words, as it is written there, each once. */
export const placesIn = (words: string): string[] => [
  ...new Set(
    [...words.matchAll(/\{\w+\}|<a>[^<]+<\/a>/g)].map(([place]) =>
      place.startsWith('<') ? '<a>…</a>' : place,
    ),
  ),
]

/** The first numbers that each form of a language is for. */
export const numbersOf = (locale: string): Map<Form, number[]> => {
  const rules = new Intl.PluralRules(locale)
  const numbers = new Map<Form, number[]>()
  for (let n = 0; n < SEEN; n++) {
    const form = rules.select(n)
    numbers.set(form, [...(numbers.get(form) ?? []), n])
  }
  return numbers
}

/** The first thing that keeps `own` from taking the place of `ours`; null when it can. */
export function wrongOf(locale: string, ours: Message, own: Forms): Wrong | null {
  const kept = placesIn(formsOf(ours).other ?? '')
  const numbers = numbersOf(locale)
  for (const form of Object.keys(formsOf(ours)) as Form[]) {
    const words = own[form]?.trim() ?? ''
    if (words === '') return { form, what: 'empty', place: '' }
    const found = placesIn(words)
    // One number only may be written as a word, as “both”.
    const spelled = typeof ours !== 'string' && numbers.get(form)?.length === 1
    const missing = kept.find(place => !found.includes(place) && !(spelled && place === '{n}'))
    if (missing) return { form, what: 'missing', place: missing }
    const strange = found.find(place => !kept.includes(place))
    if (strange) return { form, what: 'strange', place: strange }
  }
  return null
}
