import { expect, test } from 'vitest'
import { fillMarks, fillWithOwn } from './fill-marks.ts'
import { markOf, plainMarkOf } from './text-marks.ts'

const texts = {
  'list.clear': 'Say “no” or "no"',
  'thread.replies': { one: '{n} reply', other: '{n} replies' },
}

test.each(['"', "'", '`'])('a text takes the place of its mark, quoted by %s', quote => {
  const code = `t(${quote}${markOf('list.clear')}${quote})`
  expect(fillMarks(code, texts)).toBe('t("Say “no” or \\"no\\"")')
})

test('a plural takes it with all of its forms', () => {
  const filled = fillMarks(`t("${markOf('thread.replies')}",{n})`, texts)
  expect(filled).toBe('t({one:"{n} reply",other:"{n} replies"},{n})')
})

test('a plural with one form for all numbers becomes a text', () => {
  const filled = fillMarks(`t("${markOf('list.results')}",{n})`, {
    'list.results': { one: '{n} Treffer', other: '{n} Treffer' },
  })
  expect(filled).toBe('t("{n} Treffer",{n})')
})

test('forms for numbers that a text is never shown with are not carried', () => {
  const forms = { zero: 'none', one: 'one', two: 'two', few: '{n}', other: '{n} people' }
  const fill = (key: string) => fillMarks(`t("${markOf(key)}",{n})`, { [key]: forms })
  expect(fill('presence.count')).toBe('t({few:"{n}",other:"{n} people"},{n})')
  expect(fill('live.posts')).toBe('t({one:"one",two:"two",few:"{n}",other:"{n} people"},{n})')
  expect(fill('list.results')).toContain('zero:')
})

test('a text that nothing is filled into stands by itself', () => {
  expect(fillMarks(`("${plainMarkOf('list.clear')}")`, texts)).toBe('("Say “no” or \\"no\\"")')
  expect(() => fillMarks(`"${plainMarkOf('list.clear')}!"`, texts)).toThrow('list.clear')
})

test('a text nobody has written fails the build', () => {
  expect(() => fillMarks(`t("${markOf('list.none')}")`, texts)).toThrow('list.none')
})

test('a mark that was joined to another string fails the build', () => {
  expect(() => fillMarks(`t("${markOf('list.clear')}!")`, texts)).toThrow('list.clear')
})

test('[H5] for pages with words of their own a text is asked for by its key', () => {
  const filled = fillWithOwn(`t("${markOf('list.clear')}")`, texts)
  expect(filled).toBe(
    `import{ownText}from"./own-text.js";t(ownText("list.clear",${JSON.stringify(texts['list.clear'])}))`,
  )
  expect(fillWithOwn(`"${plainMarkOf('list.clear')}"`, texts)).toMatch(
    /^import.*;ownText\("list.clear",".*",1\)$/,
  )
  expect(fillWithOwn('t(1)', texts)).toBe('t(1)')
  expect(fillWithOwn(`//# whole\n"${plainMarkOf('list.clear')}"`, texts)).toMatch(
    /^\/\/# whole\nimport.*;own/,
  )
})
