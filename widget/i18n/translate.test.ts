// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { LOCALES } from '../../server/contract/limits.ts'
import { createFormats } from './formats.ts'
import { translator } from './translate.ts'

const catalogue = {
  'list.more': 'Show {n} more',
  'thread.replies': { one: '{n} reply', other: '{n} replies' },
  'presence.names': { one: '{names} is online', other: '{names} are online' },
  greet: 'Ciao {name}, {name}.',
  arabic: { one: 'واحد', two: 'اثنان', few: '{n} قليل', many: '{n} كثير', other: '{n} آخر' },
} as const

describe('translator', () => {
  it('chooses the plural by n and writes n as a number of the locale', () => {
    const t = translator(catalogue, createFormats('en'))
    expect([0, 1, 2, 1_234, 12_345].map(n => t('thread.replies', { n }))).toEqual([
      '0 replies',
      '1 reply',
      '2 replies',
      '1,234 replies',
      '12K replies',
    ])
  })

  it('agrees with Intl where it does without it', () => {
    for (const locale of LOCALES) {
      const formats = createFormats(locale)
      const plurals = new Intl.PluralRules(locale)
      const numbers = new Intl.NumberFormat(locale)
      const { pluralCategories } = plurals.resolvedOptions()
      const category = (n: number) =>
        pluralCategories.includes(formats.plural(n)) ? formats.plural(n) : 'other'
      const range = Array.from({ length: 1_000 }, (_, n) => n)
      expect(range.map(category), locale).toEqual(range.map(n => plurals.select(n)))
      expect(range.map(formats.number), locale).toEqual(range.map(n => numbers.format(n)))
    }
  })

  it('knows every category of a language that has six', () => {
    const t = translator(catalogue, createFormats('ar'))
    expect([1, 2, 3, 11, 100].map(n => t('arabic', { n }).replace(/[\d٠-٩]+ ?/, ''))).toEqual([
      'واحد',
      'اثنان',
      'قليل',
      'كثير',
      'آخر',
    ])
  })

  it('falls back to other for a category the catalogue lacks', () => {
    const t = translator(catalogue, createFormats('it'))
    expect(t('thread.replies', { n: 1_000_000 })).toMatch(/replies$/)
  })

  it('fills each place of a name and leaves unknown ones empty', () => {
    const t = translator(catalogue, createFormats('en'))
    expect(t('greet', { name: '{n}' })).toBe('Ciao {n}, {n}.')
    expect(t('greet')).toBe('Ciao , .')
  })

  it('hands out parts so that values may be nodes', () => {
    const t = translator(catalogue, createFormats('en'))
    const node = { bdi: 'Anna' }
    expect(t.parts('presence.names', { n: 2, names: node })).toEqual(['', node, ' are online'])
  })
})

describe('formats', () => {
  it('rounds durations up', () => {
    const { duration } = createFormats('en')
    expect([40, 61, 3_601].map(duration)).toEqual(['40 seconds', '2 minutes', '2 hours'])
  })

  it('joins names', () => {
    const { list } = createFormats('it')
    expect(list([])).toBe('')
    expect(list(['Giulia'])).toBe('Giulia')
    expect(list(['Giulia', 'Marco'])).toBe('Giulia e Marco')
  })
})
