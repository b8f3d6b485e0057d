import type { Plugin } from 'vite'
import { catalogueFile } from '../build/texts.ts'
import { LOCALES } from '../server/contract/limits.ts'

const REAL = 'parla:messages/'
const CHOSEN = '\0gallery:messages/'

/** Serves all languages at once: the page's `?lang=` chooses, `pseudo` being English made long and bracketed. */
export const languages = (): Plugin => ({
  name: 'gallery:languages',
  enforce: 'pre',
  resolveId: id => (id.startsWith(REAL) ? CHOSEN + id.slice(REAL.length) : null),
  load(id) {
    if (!id.startsWith(CHOSEN)) return null
    const area = id.slice(CHOSEN.length)
    const imports = LOCALES.map(
      (locale, at) =>
        `import { messages as m${at} } from ${JSON.stringify(`/@fs${catalogueFile(locale, area)}`)}`,
    )
    const table = LOCALES.map((locale, at) => `${JSON.stringify(locale)}: m${at}`)
    return [
      ...imports,
      `import { pseudo } from '/gallery/pseudo.ts'`,
      `const lang = new URLSearchParams(location.search).get('lang')`,
      `export const messages = lang === 'pseudo' ? pseudo(m0) : ({ ${table} })[lang] ?? m0`,
    ].join('\n')
  },
})
