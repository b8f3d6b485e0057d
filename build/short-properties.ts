import type { Plugin } from 'vite'

const PRIVATE = /--_[\w-]+/g
const LETTERS = 'etaoinsrhldcumfpgwybvkxjqzABCDEFGHIJKLMNOPQRSTUVWXYZ'

/**
 * Gives the style sheets' private custom properties (`--_…`) names of one letter, the most frequent first. They keep their
 * prefix: pages do have properties called `--a`, and set them on everything.
 */
export function shortProperties(): Plugin {
  return {
    name: 'parla:short-properties',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).flatMap(file => (file.type === 'chunk' ? [file] : []))
      const uses = new Map<string, number>()
      for (const { code } of chunks)
        for (const [name] of code.matchAll(PRIVATE)) uses.set(name, (uses.get(name) ?? 0) + 1)
      const names = [...uses].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([name]) => name)
      if (names.length > LETTERS.length)
        throw new Error(`${names.length} private properties: letters run out`)
      const short = new Map(names.map((name, i) => [name, `--_${LETTERS[i]}`]))
      for (const chunk of chunks) chunk.code = chunk.code.replace(PRIVATE, name => short.get(name) ?? name)
    },
  }
}
