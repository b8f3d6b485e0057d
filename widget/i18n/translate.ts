import type { Message } from './catalogue.ts'
import type { Formats } from './formats.ts'

type Catalogue = Readonly<Record<string, Message>>
type Value = string | number

/** Texts of one catalogue. `{n}` chooses the plural and is written as a number; a missing value leaves its place empty. */
export interface Translate<C> {
  (key: keyof C, values?: Readonly<Record<string, Value>>): string
  /** The same as a list, for values that are nodes. */
  parts: <V>(key: keyof C, values: Readonly<Record<string, Value | V>>) => (string | V)[]
}

export const translator = <C extends Catalogue>(catalogue: C, formats: Formats): Translate<C> => {
  const parts = <V>(key: keyof C, values: Readonly<Record<string, Value | V>>): (string | V)[] => {
    // In a build the text itself stands where its key was written.
    const message = catalogue[key] ?? (key as Message)
    const { n } = values
    const chosen = typeof n === 'number' ? formats.plural(n) : 'other'
    const text =
      typeof message === 'string'
        ? message
        : ((message as Partial<Record<Intl.LDMLPluralRule, string>>)[chosen] ?? message.other)
    // Odd pieces are the names between braces.
    return text.split(/\{(\w+)\}/).map((piece, at) => {
      if (at % 2 === 0) return piece
      const value = values[piece]
      return typeof value === 'number' ? formats.number(value) : ((value ?? '') as string | V)
    })
  }
  const translate = (key: keyof C, values: Readonly<Record<string, Value>> = {}) =>
    parts(key, values).join('')
  return Object.assign(translate, { parts })
}
