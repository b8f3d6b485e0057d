// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { fitting } from './fuzzy.ts'

const find = (typed: string, ...texts: string[]) =>
  fitting(
    texts.map(text => ({ text })),
    typed,
  ).map(({ text }) => text)

describe('what fits', () => {
  it('has the letters in their order, whatever lies between', () => {
    expect(find('cst', 'Change status', 'Cancel', 'Assign to…')).toEqual(['Change status'])
  })

  it('is better where words begin and letters stand together', () => {
    expect(find('as', 'Change status', 'Assign to…')[0]).toBe('Assign to…')
    expect(find('st', 'Most', 'Status')[0]).toBe('Status')
  })

  it('knows no case and no accents', () => {
    expect(find('perche', 'Perché')).toEqual(['Perché'])
    expect(find('ZOË', 'zoe')).toEqual(['zoe'])
  })

  it('is everything in its own order while nothing is typed, and nothing for what is not there', () => {
    expect(find(' ', 'b', 'a')).toEqual(['b', 'a'])
    expect(find('xyz', 'b', 'a')).toEqual([])
  })

  it('keeps at the end what is always offered', () => {
    const all = [{ text: 'New label', always: true }, { text: 'brass' }]
    expect(fitting(all, 'br').map(({ text }) => text)).toEqual(['brass', 'New label'])
  })
})
