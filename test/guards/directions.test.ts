import { expect, test } from 'vitest'
import { projectFiles, readProjectFile } from './repository.ts'

const SIDES = /(?:^|[\s;{-])(?:left|right)(?:-[a-z]+)?\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)\b/
const FOUR = /\b(?:inset|margin|padding|border-width)\s*:\s*([^;{}]+)/g

/** Values of a shorthand, however deep their brackets. */
const values = (list: string): string[] => {
  let depth = 0
  const spaced = [...list.trim()].map(character => {
    if (character === '(') depth++
    if (character === ')') depth--
    return depth > 0 && character === ' ' ? '_' : character
  })
  return spaced.join('').split(/\s+/)
}

/** Declarations that mean a side of the screen, not the beginning or end of a line. */
const physical = (css: string): string[] =>
  css
    .replace(/\/\*.*?\*\//gs, '')
    .split('\n')
    .filter(line => {
      const sided = line.replace(/env\([^)]*\)/g, '')
      const uneven = [...line.matchAll(FOUR)].some(([, list = '']) => {
        const [, right, , left] = values(list)
        return left !== undefined && left !== right
      })
      return SIDES.test(sided) || uneven
    })

test('what is told from the side of a line is noticed', () => {
  const examples = [
    '  margin-left: 2px;',
    'left: 0;',
    'text-align: right;',
    'inset: 0 calc(1px + (2px)) auto 0;',
  ]
  expect(examples.filter(example => physical(example).length === 0)).toEqual([])
  expect(physical('inset-inline: 0 auto; padding: 1px 2px 3px 2px; text-align: start;')).toEqual([])
})

test('style sheets know no left and right, so that they fit lines that begin on the right', () => {
  const sheets = projectFiles('.css').filter(path => path.startsWith('widget/'))
  expect(sheets.length).toBeGreaterThan(5)
  expect(sheets.flatMap(path => physical(readProjectFile(path)).map(line => `${path}:${line}`))).toEqual([])
})
