import { describe, expect, test } from 'vitest'
import { cleanName } from './names.ts'

const lume = { brand: 'Lume', staffNames: ['Teresa Galli', 'Pavel Ivanov', 'Jørgen Smith'] }
const clean = (raw: string) => cleanName(raw, lume)
const refusal = (code: string) => expect.objectContaining({ code })

describe('a name is tidied', () => {
  test.each([
    ['  Anna \t\n R. ', 'Anna R.'],
    ['Ａｎｎａ', 'Anna'],
    ['An\u200bna', 'Anna'],
    ['\u202eannA\u202c', 'annA'],
    ['\u2066Anna\u2069\ufeff', 'Anna'],
    ['Anna\u0000\u0007', 'Anna'],
    ['Anna ✓', 'Anna'],
    ['✅ Anna 🛡️🎖️', 'Anna'],
    ['Anna ⭐', 'Anna'],
    ['Anna\u3164\u2800', 'Anna'],
    ['\u0301Anna', 'Anna'],
    ['Z\u0335\u0336\u0337\u0338\u0339\u0340\u0341a', 'Z\u0335\u0336\u0337\u0338a'],
    ['Anna\ud800', 'Anna'],
    ['José', 'José'],
    ['علی\u200cرضا', 'علی\u200cرضا'],
    ['Nguyễn Thị Ánh', 'Nguyễn Thị Ánh'],
    ['李小龍', '李小龍'],
    ['O’Connor-Smith 3rd', 'O’Connor-Smith 3rd'],
    ['🦊', '🦊'],
  ])('%j becomes %j', (raw, name) => {
    expect(clean(raw)).toBe(name)
  })
})

describe('a name is refused', () => {
  test.each(['', '   ', '\u200b\u200b', '✓', '...', '\u0301\u0302', '---'])('%j has no letter', raw => {
    expect(() => clean(raw)).toThrow(refusal('name_refused'))
  })
  test('above forty characters as people count them', () => {
    expect(clean('e\u0301'.repeat(40))).toBe('é'.repeat(40))
    expect(() => clean('é'.repeat(41))).toThrow(refusal('name_refused'))
  })
  test('above 160 bytes', () => {
    expect(() => clean(`${'🦊'.repeat(40)}a`)).toThrow(refusal('name_refused'))
    expect(() => clean('𠜎\u0301\u0302'.repeat(30))).toThrow(refusal('name_refused'))
  })
})

describe('[P3] a name that reads as the team is taken', () => {
  test.each([
    'Lume',
    'LUME',
    'Lume Team',
    'lume-support',
    'LumeStaff',
    'L u m e  t e a m',
    'The Lume Team',
    'Team Lume',
    'Staff @ Lume',
    'Lume Official ✓',
    'Assistenza Lume',
    'Lumе',
    'Ｌｕｍｅ Support',
    'Lu\u200bme Team',
    'ᴸᵘᵐᵉ Team',
    'Lurne support',
    'Lúmé staff',
    '1ume team',
    'Admin',
    'Moderator',
    'Support Team',
    'Customer Service',
    'Аdmin',
    'Teresa Galli',
    'teresa  galli',
    'TERESA GALLI',
    'Teresa GaIIi',
    'Tеrеsa Gаlli',
    'Teresa.Galli',
    'Teresa Galli (staff)',
    'Teresa Galli, Support Team',
    'Pavel 1vanov',
    'Jorgen Smith',
    'Admin Teresa Galli',
    'Lume 客服',
  ])('%j', raw => {
    expect(() => clean(raw)).toThrow(refusal('name_taken'))
  })
})

describe('a name that merely comes near is kept', () => {
  test.each([
    'Teresa',
    'Teresa G.',
    'Galli',
    'Lumen',
    'Plume',
    'Anna from Lumezzane',
    'Lume fan',
    'Team Anna',
    'Ada',
    'Di',
    'La',
  ])('%j', raw => {
    expect(clean(raw)).toBe(raw)
  })
})

test('[P3] a brand of several words is protected under each of them beside a title', () => {
  const clean = (raw: string) => cleanName(raw, { brand: 'Lume & Figli', staffNames: [] })
  for (const raw of ['Lume & Figli', 'Lume Figli staff', 'Lume Team', 'Support Figli'])
    expect(() => clean(raw), raw).toThrow(refusal('name_taken'))
  for (const raw of ['Lume', 'Figli', 'Lume fan']) expect(clean(raw)).toBe(raw)
})
