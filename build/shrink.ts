import { brotliCompressSync } from 'node:zlib'
import type { MinifyOptions } from 'terser'
import { minify } from 'terser'
import type { Plugin } from 'vite'
import { brotliParams, DISTANCES } from '../server/http/encodings.ts'

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

/** What a script takes from others of its build, and what it gives them. */
const SHARED = /\b(?:import\{([^}]*)\}from"\.\/|export\{([^}]*)\})/g

/** By what each name of a script’s own is known to the others: called alike everywhere, it need not be said twice. */
const alike = (code: string): Map<string, string> => {
  const names = new Map<string, string>()
  for (const [, taken, given = ''] of code.matchAll(SHARED))
    for (const pair of (taken ?? given).split(',')) {
      const [first = '', second = first] = pair.split(' as ')
      const [own, known] = taken === undefined ? [first, second] : [second, first]
      // Two scripts may call different things alike.
      if (own && ![...names.values()].includes(known)) names.set(own, known)
    }
  return names
}

/** As the second minifier wants to be told. */
const told = (names: ReadonlyMap<string, string>) => ({
  props: Object.fromEntries([...names].map(([name, short]) => [`$${name}`, short])),
})

/** What the second minifier is told about names to shorten. It remembers across scripts what it was told before. */
const naming = (names: ReadonlyMap<string, string>, code: string): MinifyOptions => ({
  mangle: names.size
    ? // Also where browsers of old had such a name.
      { properties: { builtins: true, regex: new RegExp(`^(${[...names.keys()].join('|')})$`) } }
    : true,
  nameCache: { vars: told(alike(code)), props: told(names) },
})

/** Letters for names, by who likes them: English, capitals first, and what scripts have most of. */
const LETTERS = [
  'etaoinsrhldcumfpgwybvkxjqzABCDEFGHIJKLMNOPQRSTUVWXYZ',
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
  'outeraisnlcdmphgfbvywkxqjzSTCDEAINOPRLMFHBGUVWKJQXYZ',
  'etnriaoscludfpmhgvybxSCwTEDOkAjMNPFILRzBVHUWGKqJYZXQ',
]

const nameFrom =
  (letters: string) =>
  (n: number): string => {
    const rest = Math.floor(n / letters.length)
    return letters.charAt(n % letters.length) + (rest ? nameFrom(letters)(rest - 1) : '')
  }

const weight = (code: string) => {
  const bytes = Buffer.from(code)
  return brotliCompressSync(bytes, { params: brotliParams(bytes, 11, DISTANCES[0]) }).length
}

/**
 * The same script as it compresses best once it is finished: which names it gives and what it joins is a matter of luck,
 * of up to a hundredth.
 */
const lightest = async (code: string, finish: (code: string) => string): Promise<string> => {
  const again = (more: MinifyOptions) =>
    minify(code, { ...options, nameCache: { vars: told(alike(code)) }, ...more })
  const ways = [again({}), again({ compress: false })]
  for (const letters of LETTERS) {
    const mangle = { nth_identifier: { get: nameFrom(letters) } }
    ways.push(again({ mangle }), again({ mangle, compress: false }))
  }
  const written = await Promise.all(ways)
  const all = [code, ...written.flatMap(({ code }) => code ?? [])].map(code => ({
    code,
    weight: weight(finish(code)),
  }))
  return all.reduce((best, one) => (one.weight < best.weight ? one : best)).code
}

/**
 * Chromium then compiles every function of the script beside the page's own work, when it comes, and not one by one in
 * its way, when they are first called. Others take it for a comment.
 */
const ALL_AT_ONCE = '//# allFunctionsCalledOnLoad\n'

/**
 * A second minifier over finished scripts: after brotli it takes another fortieth off what visitors load.
 * @param finish what is yet to be done to a script before it is served
 * @param whole scripts of which most is wanted soon after they are there, by name
 */
export function shrink(
  names: ReadonlyMap<string, string> = new Map(),
  finish: (code: string) => string = code => code,
  whole: readonly string[] = [],
): Plugin {
  return {
    name: 'parla:shrink',
    async generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue
        const code = plain(file.code)
        const short = (await minify(code, { ...options, ...naming(names, code) })).code ?? code
        // Only where every byte counts: it takes five times as long.
        const light = names.size ? await lightest(short, finish) : short
        file.code = (whole.includes(file.name) ? ALL_AT_ONCE : '') + light
      }
    },
  }
}
