import { describe, expect, it } from 'vitest'
import { LOCALES } from '../../../../server/contract/limits.ts'
import { wrongsOf } from '../../../../server/features/own-texts.ts'
import type { Message } from '../../../i18n/catalogue.ts'
import { formsOf, messageOf, numbersOf, wrongOf } from './places.ts'

const REPLIES: Message = { one: '{n} reply', other: '{n} replies' }

describe('[H9] a text of a site’s own', () => {
  it.each([
    ['Talk with {brand}', { other: 'Ask {brand}' }, null],
    ['Talk with {brand}', { other: 'Ask us' }, { form: 'other', what: 'missing', place: '{brand}' }],
    [
      'Talk with {brand}',
      { other: '{brand} and {name}' },
      { form: 'other', what: 'strange', place: '{name}' },
    ],
    ['Talk with {brand}', { other: '  ' }, { form: 'other', what: 'empty', place: '' }],
    ['Our <a>terms</a>', { other: 'The <a>rules</a>' }, null],
    ['Our <a>terms</a>', { other: 'The rules' }, { form: 'other', what: 'missing', place: '<a>…</a>' }],
    [REPLIES, { one: 'one voice', other: '{n} voices' }, null],
    [REPLIES, { one: '{n} voice', other: 'voices' }, { form: 'other', what: 'missing', place: '{n}' }],
    [REPLIES, { other: '{n} voices' }, { form: 'one', what: 'empty', place: '' }],
  ] as const)('in the place of %j: %j', (ours, own, wrong) => {
    expect(wrongOf('en', ours, own)).toEqual(wrong)
  })

  it('may write a number as a word only where its form is for one number', () => {
    const own = { one: 'une voix', other: '{n} voix' }
    expect(wrongOf('fr', REPLIES, own)).toMatchObject({ form: 'one', what: 'missing' })
    expect(wrongOf('it', REPLIES, own)).toBeNull()
  })

  it('is taken by the server where the form takes it', async () => {
    for (const locale of LOCALES) {
      const { messages } = await import(`../../../i18n/${locale}/home.ts`)
      for (const [key, ours] of Object.entries(messages as Record<string, Message>)) {
        const own = Object.fromEntries(
          Object.entries(formsOf(ours)).map(([form, words]) => [form, `«${words}»`]),
        )
        expect(wrongOf(locale, ours, own), key).toBeNull()
        expect(wrongsOf(locale, key, messageOf(ours, own)), `${locale} ${key}`).toEqual([])
      }
    }
  })

  it('knows which numbers a form is for', () => {
    expect(numbersOf('en').get('one')).toEqual([1])
    expect(numbersOf('ar').get('few')?.slice(0, 3)).toEqual([3, 4, 5])
    expect([...numbersOf('ja').keys()]).toEqual(['other'])
  })
})
