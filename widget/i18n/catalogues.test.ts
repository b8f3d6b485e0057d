import { readdirSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { commandInputs } from '../../server/contract/commands.ts'
import { LOCALES } from '../../server/contract/limits.ts'
import type { Message } from './catalogue.ts'
import { SAME_WORDS } from './same-words.fixture.ts'

const folder = (locale: string) => new URL(`./${locale}/`, import.meta.url)
const files = (locale: string) => readdirSync(folder(locale)).sort()
const read = async (locale: string, file: string): Promise<Record<string, Message>> =>
  (await import(/* @vite-ignore */ new URL(file, folder(locale)).href)).messages

const others = LOCALES.filter(locale => locale !== 'en')

const forms = (message: Message | undefined): [string, string][] =>
  typeof message === 'string' ? [['other', message]] : Object.entries(message ?? {})
const other = (message: Message | undefined) => forms(message).at(-1)?.[1] ?? ''
const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(match => match[1] ?? '').sort()

/** The categories that whole numbers have in a locale, and those of them that are one number only. */
const categoriesOf = (locale: string) => {
  const rules = new Intl.PluralRules(locale)
  const numbers = Array.from({ length: 1_000 }, (_, n) => rules.select(n))
  const categories = [...new Set(numbers)]
  return { categories, single: categories.filter(one => numbers.filter(n => n === one).length === 1) }
}

test('there is a folder of catalogues for every locale, and no other', () => {
  const folders = readdirSync(new URL('./', import.meta.url), { withFileTypes: true })
  const names = folders.filter(entry => entry.isDirectory()).map(entry => entry.name)
  expect(names.sort()).toEqual([...LOCALES].sort())
})

test.each(files('en'))('no text of %s has the name of a command, which a build would replace', async file => {
  const keys = Object.keys(await read('en', file))
  expect(keys.filter(key => key in commandInputs)).toEqual([])
})

test('no text is in two catalogues', async () => {
  const keys = (await Promise.all(files('en').map(file => read('en', file)))).flatMap(texts =>
    Object.keys(texts),
  )
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
})

describe.each(others)('the catalogues in %s', locale => {
  const { categories, single } = categoriesOf(locale)

  it('are the same files as in English', () => {
    expect(files(locale)).toEqual(files('en'))
  })

  it.each(files('en'))('have every text of %s, with the same places to fill in', async file => {
    const [english, translated] = [await read('en', file), await read(locale, file)]
    expect(Object.keys(translated)).toEqual(Object.keys(english))
    for (const [key, message] of Object.entries(english)) {
      const wanted = places(other(message))
      for (const [form, text] of forms(translated[key])) {
        // One number only may be written as a word, as “both”.
        const spelled = single.includes(form as Intl.LDMLPluralRule) && !places(text).includes('n')
        expect(places(text), key).toEqual(spelled ? wanted.filter(place => place !== 'n') : wanted)
      }
    }
  })

  it.each(files('en'))('have a form for every plural that %s counts in', async file => {
    for (const [key, message] of Object.entries(await read(locale, file))) {
      if (typeof message === 'string') continue
      // Where the number is not written, one form may do for all.
      if (Object.keys(message).length === 1 && !places(message.other).includes('n')) continue
      expect(Object.keys(message).sort(), key).toEqual([...categories].sort())
    }
  })

  it.each(files('en'))('leave no English of %s behind', async file => {
    const [english, translated] = [await read('en', file), await read(locale, file)]
    const allowed = new Set(Object.values(SAME_WORDS[locale] ?? {}).flat())
    const left = Object.keys(english)
      .flatMap(key => forms(translated[key]).map(([, text]) => ({ key, text })))
      .filter(({ key, text }) => forms(english[key]).some(([, form]) => form === text))
      .filter(({ text }) => /[a-z]{2}/i.test(text.replace(/\{\w+\}/g, '')) && !allowed.has(text))
    expect(left).toEqual([])
  })
})

test('no word is excused that no catalogue has', async () => {
  for (const locale of others) {
    const texts = (await Promise.all(files(locale).map(file => read(locale, file)))).flatMap(catalogue =>
      Object.values(catalogue).flatMap(message => forms(message).map(([, text]) => text)),
    )
    const unused = Object.values(SAME_WORDS[locale] ?? {})
      .flat()
      .filter(word => !texts.includes(word))
    expect(unused, locale).toEqual([])
  }
})

/** What tells a message's kind is looked for, not read. */
const isRead = ([key]: [string, unknown]) => !key.startsWith('guess.')

/** What a language's printers never do. */
const MISPRINTS: Readonly<Record<string, RegExp>> = {
  en: /["']|\.\.\./,
  it: /["'“”]|\.\.\./,
  ar: /["“”?;]|\.\.\.|,/,
  // A space that may break before a mark, or none.
  fr: /["'“”]|\.\.\.| [?!:;»]|« |[^\u202f][?!;]|[^\u00a0]:(?!\/)/,
  es: /["'“”]|\.\.\.|^[^¿]*\?|^[^¡]*!/,
  de: /["'”]|“[^“]*$(?<!„[^“]*“[^“]*)|\.\.\./,
  'pt-BR': /["'«»]|\.\.\./,
  nl: /["'«»]|\.\.\./,
  ja: /["'“”?!,.](?!\w)|\.\.\.|:(?!\/)/,
}

test.each(LOCALES)('%s is set as its printers set it', async locale => {
  const misprint = MISPRINTS[locale] ?? /(?!)/
  for (const file of files(locale))
    for (const [key, message] of Object.entries(await read(locale, file)).filter(isRead))
      for (const [, text] of forms(message)) expect(misprint.test(text), `${key}: ${text}`).toBe(false)
})
