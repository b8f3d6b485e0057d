import { describe, expect, it } from 'vitest'
import { readMentions } from './mentions.ts'
import { parseText } from './parse.ts'

const ANNA = { id: 'p_anna', name: 'Anna Rossi' }
const ANN = { id: 'p_ann', name: 'Ann' }
const TOM = { id: 'p_tom', name: 'Tom' }
const MARTA = { id: 'p_marta', name: 'Marta Bianchi' }
const OTHER_MARTA = { id: 'p_marta2', name: 'Marta Verdi' }
const LI = { id: 'p_li', name: '李娜' }
const PEOPLE = [ANNA, ANN, TOM, MARTA, OTHER_MARTA, LI]

const mentioned = (source: string) => readMentions(parseText(source), PEOPLE).mentioned
const nodes = (source: string) => JSON.stringify(readMentions(parseText(source), PEOPLE).tree)

describe('mentions', () => {
  it.each([
    ['@Tom have a look', [TOM]],
    ['Thanks @anna rossi, and @TOM!', [ANNA, TOM]],
    ['(@Anna) or **@Ann**', [ANNA, ANN]],
    ['> @Tom said so\n\n- and @Tom again', [TOM]],
    ['@Marta Verdi knows', [OTHER_MARTA]],
    ['谢谢 @李娜 。', [LI]],
  ])('finds who is meant in %s', (source, people) => {
    expect(mentioned(source)).toEqual(people.map(person => person.id))
  })

  it.each([
    'tom@Tom.example',
    '@Tomorrow',
    '@Marta, which of you?',
    '`@Tom`',
    '```\n@Tom\n```',
    '<https://a.example/@Tom>',
    '@Nobody here',
    '@',
    '@@Tom',
    'a@Tom',
  ])('finds nobody in %s', source => {
    expect(mentioned(source)).toEqual([])
    expect(nodes(source)).toBe(JSON.stringify(parseText(source)))
  })

  it('keeps the words around, and calls people by their name', () => {
    expect(readMentions(parseText('Hi @tom, hi @Anna.'), PEOPLE).tree).toEqual([
      {
        t: 'p',
        c: [
          'Hi ',
          { t: 'mention', id: 'p_tom', name: 'Tom' },
          ', hi ',
          { t: 'mention', id: 'p_anna', name: 'Anna Rossi' },
          '.',
        ],
      },
    ])
  })

  it('is quick on a text of nothing but signs', () => {
    expect(mentioned('@'.repeat(10_000))).toEqual([])
    expect(mentioned('@Tom '.repeat(2_000))).toEqual(['p_tom'])
  })
})
