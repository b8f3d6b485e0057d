import { describe, expect, test } from 'vitest'
import { createNearness } from './near-names.ts'

const isNear = createNearness({
  brand: 'Rossi & Figli',
  staffNames: ['Giulia Bianchi', 'Jørgen Smith', '田中 太郎', '민수', 'J. Doe', '李 小龍'],
})

describe('[P3] a name comes near the team’s', () => {
  test.each([
    'Giulia',
    'giulia r.',
    'GIULIA',
    'Anna Giulia',
    'Giulia’s friend',
    'Gіulіа',
    'G i u l i a',
    'Giu-lia',
    'GiuliaVerdi',
    'GIULIAVerdi',
    'Giulia99',
    'G1ulia',
    'Giul!a',
    'Gíulia',
    'Jorgen',
    'Mario Rossi',
    'mario_rossi',
    'R0ssi',
    'Figli',
    'Rossi Figli fan',
    '田中',
    '田中花子',
    '민수팬',
  ])('%s', name => {
    expect(isNear(name)).toBe(true)
  })
})

describe('a name is another’s', () => {
  test.each([
    'Giuliano',
    'JOGIULIA',
    'Bianchi',
    'Rossini',
    'Anna R.',
    'J',
    'Jo',
    '李',
    '李雷',
    '中田',
    '🦊',
    '',
  ])('%s', name => {
    expect(isNear(name)).toBe(false)
  })
})

test('a brand and a team without letters guard nothing', () => {
  const isNear = createNearness({ brand: '!', staffNames: ['', '…'] })
  for (const name of ['!', 'Anna', '…']) expect(isNear(name), name).toBe(false)
})
