// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { findSlips } from './guard.ts'

const team = [{ id: 'p_1', name: 'Marco Neri', staff: true }]

describe('a public reply', () => {
  it.each([
    ['@Marco Neri can you look?', '@Marco Neri'],
    ['Ask @marco first', '@Marco'],
    ['Hello {{name}}, thank you', '{{name}}'],
    ['internal: refund her', 'internal:'],
    ['  Bozza: ciao', 'Bozza:'],
  ])('%s is asked about before it goes', (body, found) => {
    expect(findSlips(body, team)).toContain(found)
  })

  it.each(['Write to us at hello@lume.example', 'The internal lamp: a note', 'Use {} in your template'])(
    '%s goes',
    body => {
      expect(findSlips(body, team)).toEqual([])
    },
  )
})
