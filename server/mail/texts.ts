import type { Locale } from '../contract/site.ts'
import { texts as ar } from './texts/ar.ts'
import { texts as de } from './texts/de.ts'
import type { MailText, MailTexts } from './texts/en.ts'
import { texts as en } from './texts/en.ts'
import { texts as es } from './texts/es.ts'
import { texts as fr } from './texts/fr.ts'
import { texts as it } from './texts/it.ts'
import { texts as ja } from './texts/ja.ts'
import { texts as nl } from './texts/nl.ts'
import { texts as pt } from './texts/pt-BR.ts'

export const mailTexts: Readonly<Record<Locale, MailTexts>> = { en, it, ar, fr, es, de, 'pt-BR': pt, nl, ja }

/** A text with its places filled in. What is filled in is filled in once: braces in it stay as they are. */
export type Say = (text: MailText, values?: Readonly<Record<string, string>>) => string

export const speak =
  (locale: Locale): Say =>
  (text, values = {}) =>
    (mailTexts[locale] ?? en)[text].replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place)
