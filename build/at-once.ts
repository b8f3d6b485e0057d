import type { Plugin } from 'vite'

const DYNAMIC = /\bimport\((["'])([^"']+)\1\)/g

/**
 * For a script that holds all it ever needs: what others load when it is wanted is there from the beginning. Left to
 * the bundler, every module would be wrapped to run at its first import, which is a twentieth of such a script.
 */
export function atOnce(): Plugin {
  return {
    name: 'parla:at-once',
    enforce: 'post',
    transform(code) {
      const imports = new Map<string, string>()
      const direct = code.replace(DYNAMIC, (_, __, source: string) => {
        const name = imports.get(source) ?? `here${imports.size}`
        imports.set(source, name)
        return `Promise.resolve(${name})`
      })
      if (!imports.size) return null
      const lines = [...imports].map(
        ([source, name]) => `import * as ${name} from ${JSON.stringify(source)}\n`,
      )
      return lines.join('') + direct
    },
  }
}
