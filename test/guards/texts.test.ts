import { expect, test } from 'vitest'
import { putTogether } from '../../build/text-marks.ts'
import { readTexts, visitorTexts } from '../../build/texts.ts'
import { TEXTS } from '../../server/features/text-keys.ts'
import type { Message } from '../../widget/i18n/catalogue.ts'
import { BuiltApp } from './built.ts'

const QUOTED_KEY = /["'`]([a-z]+\.\w+)["'`]/g

const scripts = (app: BuiltApp, locale: string) =>
  app.chunks
    .filter(({ file }) => file.startsWith(`${app.hash}/${locale}/`))
    .map(({ file }) => ({ file, code: app.text(file) }))

test.each(['widget', 'admin'] as const)('the %s carries texts, not their keys', async folder => {
  const app = new BuiltApp(folder)
  const beginnings = putTogether()
  const keys = new Set(
    Object.keys(await readTexts('en')).filter(key => !beginnings.some(start => key.startsWith(start))),
  )
  expect(keys.size).toBeGreaterThan(100)
  const carried = scripts(app, 'en').flatMap(({ file, code }) =>
    [...code.matchAll(QUOTED_KEY)].filter(([, key = '']) => keys.has(key)).map(([key]) => `${file}: ${key}`),
  )
  expect(carried).toEqual([])
})

test('no text of visitors is put together at run time: browsers would get it twice', async () => {
  const beginnings = putTogether()
  expect(beginnings.length).toBeGreaterThan(0)
  const visitors = Object.keys(await visitorTexts('en'))
  expect(visitors.filter(key => beginnings.some(start => key.startsWith(start)))).toEqual([])
})

test('each locale has its own texts in the place of the keys', async () => {
  const app = new BuiltApp('widget')
  for (const locale of app.locales) {
    const search = JSON.stringify((await readTexts(locale))['list.search'])
    const speaking = scripts(app, locale).filter(({ code }) => code.includes(search))
    expect(speaking.length, locale).toBe(1)
  }
})

test('[H5] a page can put words of its own in the place of every text that visitors see, in every language', async () => {
  const app = new BuiltApp('widget')
  for (const locale of app.locales) {
    const asked = scripts(app, locale).flatMap(({ file }) => [
      ...app.text(file.replace(`/${locale}/`, `/${locale}+/`)).matchAll(/ownText\("([a-z]+\.\w+)",/g),
    ])
    const keys = asked.map(([, key = '']) => key)
    // Of notes, which only the team sees.
    const listed = Object.keys(await visitorTexts(locale)).filter(key => key !== 'reply.note')
    expect(
      listed.filter(key => !keys.includes(key)),
      locale,
    ).toEqual([])
    const unlisted = new Set(keys.filter(key => !listed.includes(key)))
    expect([...unlisted], locale).toEqual([])
  }
})

test('[H9] the server knows each text that a site may put in other words, and what is filled in to it', async () => {
  const places = (message: Message) => {
    const words = typeof message === 'string' ? message : message.other
    return [
      ...new Set([...words.matchAll(/\{(\w+)\}|<(a)>/g)].map(([, place, link]) => place ?? link ?? '')),
    ].sort()
  }
  const listed = Object.entries(await visitorTexts('en'))
    .filter(([key]) => key !== 'reply.note' && !key.startsWith('guess.'))
    .map(([key, message]) => [key, { places: places(message), counted: typeof message !== 'string' }])
  expect(Object.fromEntries(TEXTS)).toEqual(Object.fromEntries(listed))
})
