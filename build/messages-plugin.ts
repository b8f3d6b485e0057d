import type { Plugin } from 'vite'
import { catalogueFile } from './texts.ts'

const PREFIX = 'parla:messages/'

/** Resolves `parla:messages/<area>` to `widget/i18n/<locale>/<area>.ts`. */
export function messages(locale = 'en'): Plugin {
  return {
    name: 'parla:messages',
    enforce: 'pre',
    resolveId: id => (id.startsWith(PREFIX) ? catalogueFile(locale, id.slice(PREFIX.length)) : null),
  }
}
