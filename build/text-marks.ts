import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { ROOT } from './root.ts'
import { readCatalogue, readTexts } from './texts.ts'

const WIDGET = join(ROOT, 'widget')
const ENGLISH = join(WIDGET, 'i18n', 'en')
const KEY = /(["'])([a-z]+\.\w+)\1/g
/** The beginning of a key that is put together, as `kind.${kind}`. */
const BEGINNING = /`([a-z]+\.)\$\{/g

/** Asking for a text that is always the same; not in the midst of a string, which it would become a part of. */
const ASKED = /(?<![\w.]|\$\{)(?:widget\.)?t\((["'])([a-z]+\.\w+)\1\)/g

/** A string that no source has; to minifiers a text like any other. */
export const markOf = (key: string): string => `@text ${key}@`
/** The same where the text needs no filling in, so that nobody has to be asked for it. */
export const plainMarkOf = (key: string): string => `@plain ${key}@`

/**
 * Writes a mark where a key was written, so that one build serves every locale: `fillMarks` puts the texts there.
 * Browsers get only such keys as are put together at run time. The others are a seventh of what a visitor would load,
 * and tell a browser nothing.
 */
export function textMarks(): Plugin {
  let keys = new Set<string>()
  let plain = new Set<string>()
  let beginnings: string[] = []
  return {
    name: 'parla:text-marks',
    async buildStart() {
      const texts = Object.entries(await readTexts('en'))
      keys = new Set(texts.map(([key]) => key))
      plain = new Set(
        texts.filter(([, text]) => typeof text === 'string' && !text.includes('{')).map(([key]) => key),
      )
      beginnings = putTogether()
    },
    async transform(code, id) {
      if (id.startsWith(ENGLISH)) {
        const ownKeys = Object.keys(await readCatalogue(id))
        const kept = ownKeys.filter(key => beginnings.some(beginning => key.startsWith(beginning)))
        return `export const messages = ${JSON.stringify(Object.fromEntries(kept.map(key => [key, markOf(key)])))}`
      }
      if (!id.startsWith(WIDGET) || !/\.tsx?$/.test(id)) return null
      return code
        .replace(ASKED, (asked, _, key) => (plain.has(key) ? JSON.stringify(plainMarkOf(key)) : asked))
        .replace(KEY, (written, _, key) => (keys.has(key) ? JSON.stringify(markOf(key)) : written))
    },
  }
}

/** The beginnings of such keys as are put together at run time, e.g. `kind.`. */
export const putTogether = (): string[] =>
  readdirSync(WIDGET, { recursive: true, encoding: 'utf8' })
    .filter(path => /\.tsx?$/.test(path))
    .flatMap(path => [...readFileSync(join(WIDGET, path), 'utf8').matchAll(BEGINNING)])
    .map(([, beginning = '']) => beginning)
