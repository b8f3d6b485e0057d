import type { MinifyOptions } from 'terser'
import { minify } from 'terser'
import type { Plugin } from 'vite'

/** Nothing here reads a function's arity, has side effects in a getter, or expects a page to replace `Array` or `String`. */
const options: MinifyOptions = {
  module: true,
  ecma: 2020,
  compress: { passes: 3, pure_getters: true, unsafe: true, unsafe_arrows: true, keep_fargs: false },
}

/** What the bundler makes of a module that others load by `import()`, where its chunk holds more modules. */
const NAMESPACE = /\b\w+\(\{((?:[\w$]+:\(\)=>[\w$]+,?)+)\},1\)/g

/** The same as an object: nobody lists what such a module has, so that the bundler's helper may go. */
const plain = (code: string) =>
  code.replace(
    NAMESPACE,
    (_, members: string) => `{${members.replace(/([\w$]+):\(\)=>([\w$]+)/g, 'get $1(){return $2}')}}`,
  )

/** What the second minifier is told about names to shorten. It remembers across scripts what it was told before. */
const naming = (names: ReadonlyMap<string, string>): MinifyOptions => {
  if (!names.size) return {}
  const known = Object.fromEntries([...names].map(([name, short]) => [`$${name}`, short]))
  return {
    mangle: { properties: { regex: new RegExp(`^(${[...names.keys()].join('|')})$`) } },
    nameCache: { props: { props: known } },
  }
}

/** A second minifier over finished scripts: after brotli it takes another fortieth off what visitors load. */
export function shrink(names: ReadonlyMap<string, string> = new Map()): Plugin {
  return {
    name: 'parla:shrink',
    async generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue
        file.code = (await minify(plain(file.code), { ...options, ...naming(names) })).code ?? file.code
      }
    },
  }
}
