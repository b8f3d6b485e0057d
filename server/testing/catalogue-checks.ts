import type { Locale } from '../contract/site.ts'

/** The names between braces that are filled in. */
export const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(match => match[1]).sort()

/** What a language's printers never do. */
export const MISPRINTS: Readonly<Record<Locale, RegExp>> = {
  en: /["']|\.\.\./,
  it: /["'“”]|\.\.\./,
  ar: /["“”?;,]|\.\.\./,
  // A space that may break before a mark, or none.
  fr: /["'“”]|\.\.\.| [?!:;»]|« |[^\u202f][?!;]|[^\u00a0]:/,
  es: /["'“”]|\.\.\.|^[^¿]*\?|^[^¡]*!/,
  de: /["'”]|\.\.\./,
  'pt-BR': /["'«»]|\.\.\./,
  nl: /["'«»]|\.\.\./,
  ja: /["'“”?!,.:](?!\w)|\.\.\./,
}
