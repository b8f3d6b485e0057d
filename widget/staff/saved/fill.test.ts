import { describe, expect, it } from 'vitest'
import type { SavedReply } from '../../../server/contract/saved.ts'
import { findSlips } from '../composer/guard.ts'
import { fill, inOrder, wordAfterSlash } from './fill.ts'

const reply = (name: string, language: SavedReply['language'], usedAt: number | null): SavedReply => ({
  ...{ id: `q_${name}`, name, language, body: '', usedAt },
})

describe('[D2] a saved reply', () => {
  it('is filled in, and what is not known is left to be asked about', () => {
    const body = 'Hello {{name}}, about {{ page }}: {{date}}'
    const filled = fill(body, { name: '$& Anna', page: null })
    expect(filled).toBe('Hello $& Anna, about {{ page }}: {{date}}')
    expect(findSlips(filled, [])).toEqual(['{{ page }}'])
  })

  it('is offered in the language of the thread first, those used lately before the others', () => {
    const all = [
      reply('any', null, null),
      reply('de', 'de', 9),
      reply('it-old', 'it', 1),
      reply('it', 'it', 5),
      reply('pt', 'pt-BR', null),
    ]
    const names = (language: string | null) => inOrder(all, language).map(({ name }) => name)
    expect(names('it')).toEqual(['it', 'it-old', 'any', 'de', 'pt'])
    expect(names('pt-PT')).toEqual(['pt', 'any', 'de', 'it', 'it-old'])
    expect(names(null)[0]).toBe('any')
  })

  it.each([
    ['/', ''],
    ['/del', 'del'],
    ['Hello\n/two words', 'two words'],
    ['and/or', null],
    ['/path/to', null],
    ['', null],
  ])('is looked for after a slash that begins a line: %j', (before, word) => {
    expect(wordAfterSlash(before)).toBe(word)
  })
})
