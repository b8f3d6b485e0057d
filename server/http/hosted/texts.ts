import type { Locale } from '../../contract/site.ts'
import { texts as ar } from './texts/ar.ts'
import { texts as de } from './texts/de.ts'
import type { HostedText, HostedTexts } from './texts/en.ts'
import { texts as en } from './texts/en.ts'
import { texts as es } from './texts/es.ts'
import { texts as fr } from './texts/fr.ts'
import { texts as it } from './texts/it.ts'
import { texts as ja } from './texts/ja.ts'
import { texts as nl } from './texts/nl.ts'
import { texts as pt } from './texts/pt-BR.ts'

export const hostedTexts: Readonly<Record<Locale, HostedTexts>> = {
  ...{ en, it, ar, fr, es, de, 'pt-BR': pt, nl, ja },
}

/** A text with its places filled in, once: braces in what is filled in stay. `n` chooses the form and is written as a number. */
export interface Say {
  (text: HostedText, values?: Readonly<Record<string, string | number>>): string
  /** The same as a list, for values that are nodes. */
  parts<V>(text: HostedText, values: Readonly<Record<string, V | string | number>>): (V | string)[]
}

/** One language as a page speaks it. */
export interface Tongue {
  locale: Locale
  say: Say
  /** Date and time of day where the brand is. */
  when(at: number): string
}

export function tongueOf(locale: Locale, timeZone: string): Tongue {
  const [numbers, plurals] = [new Intl.NumberFormat(locale), new Intl.PluralRules(locale)]
  const times = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone })

  const formOf = (text: HostedText, n: unknown): string => {
    const message: string | Partial<Record<Intl.LDMLPluralRule, string>> = hostedTexts[locale][text]
    if (typeof message === 'string') return message
    return (typeof n === 'number' && message[plurals.select(n)]) || (message.other as string)
  }
  const parts = <V>(text: HostedText, values: Readonly<Record<string, V | string | number>>) =>
    // Odd pieces are the names between braces.
    formOf(text, values.n)
      .split(/\{(\w+)\}/)
      .map((piece, at): V | string => {
        const value = at % 2 === 0 ? piece : (values[piece] ?? '')
        return typeof value === 'number' ? numbers.format(value) : value
      })
  const say = (text: HostedText, values: Readonly<Record<string, string | number>> = {}) =>
    parts(text, values).join('')
  return { locale, say: Object.assign(say, { parts }), when: at => times.format(at) }
}
