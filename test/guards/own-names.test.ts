import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { SHORT_NAMES } from '../../build/own-names.ts'
import { ROOT } from '../../build/root.ts'
import { BuiltApp } from './built.ts'
import { projectFiles, readProjectFile } from './repository.ts'
import { isTest } from './source-file.ts'

const words = (code: string) => code.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '').match(/[\w$]+/g) ?? []
const wordsIn = (file: string) => words(readProjectFile(file))
const isSource = (path: string) => !isTest(path)

const widget = projectFiles('.ts', '.tsx').filter(path => path.startsWith('widget/') && isSource(path))

/** The types of what browsers and the language itself have. */
const platform = () => {
  const compilers = join(ROOT, 'node_modules/@typescript')
  return readdirSync(compilers, { recursive: true, encoding: 'utf8' })
    .filter(path => /lib\.(dom|es)[\w.]*\.d\.ts$/.test(path))
    .flatMap(path => words(readFileSync(join(compilers, path), 'utf8')))
}
/** What is written to the browser's storage outlives a build. */
const stored = () =>
  widget
    .map(readProjectFile)
    .flatMap(code => code.match(/interface (Kept|ReadMarks|Session|Delivery|Failure) \{[^}]*\}/g) ?? [])
    .flatMap(words)
/** Strings, which may name a property. */
const quoted = () =>
  widget.map(readProjectFile).flatMap(code => code.match(/(?<=(["'`]))[A-Za-z]+(?=\1)/g) ?? [])
/** What texts call their values. */
const values = () =>
  projectFiles('.ts')
    .filter(path => path.startsWith('widget/i18n/en/'))
    .map(readProjectFile)
    .flatMap(code => code.match(/(?<=\{)\w+(?=\})/g) ?? [])

const owners = {
  'the server': () =>
    projectFiles('.ts')
      .filter(path => path.startsWith('server/contract/') && isSource(path))
      .flatMap(wordsIn),
  'the page': () => ['widget/host/parla.d.ts', 'widget/start.ts', 'widget/embed.ts'].flatMap(wordsIn),
  'the browser': platform,
  'its storage': stored,
  'a string': quoted,
  'a text': values,
  'another script': () => {
    const app = new BuiltApp('widget')
    return app.chunks
      .flatMap(({ file }) => app.text(file).match(/export ?(\{[^}]*\}|\w+ \w+)/g) ?? [])
      .flatMap(words)
  },
}

for (const [owner, names] of Object.entries(owners))
  test(`no name that the widget’s build shortens is known to ${owner}`, () => {
    const known = new Set(names())
    expect(known.size).toBeGreaterThan(0)
    expect([...SHORT_NAMES.keys()].filter(name => known.has(name))).toEqual([])
  })

test('every name that is shortened is there to be shortened, and no short one was there before', () => {
  const known = new Set(widget.flatMap(wordsIn))
  expect([...SHORT_NAMES.keys()].filter(name => !known.has(name))).toEqual([])
  const short = new Set(SHORT_NAMES.values())
  expect(short.size).toBe(SHORT_NAMES.size)
  const members = widget.flatMap(file => readProjectFile(file).match(/(?<=\.)[A-Z]\w?\b/g) ?? [])
  expect(members.filter(name => short.has(name))).toEqual([])
})
