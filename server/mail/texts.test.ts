import { describe, expect, it } from 'vitest'
import { LOCALES } from '../contract/limits.ts'
import { MISPRINTS, places } from '../testing/catalogue-checks.ts'
import type { MailText } from './texts/en.ts'
import { mailTexts, speak } from './texts.ts'

const keys = Object.keys(mailTexts.en) as MailText[]

describe.each(LOCALES)('[N9] letters in %s', locale => {
  it('have every text, with the same places to fill in', () => {
    expect(Object.keys(mailTexts[locale])).toEqual(keys)
    for (const key of keys) expect(places(mailTexts[locale][key]), key).toEqual(places(mailTexts.en[key]))
  })

  it('are set as printers set them', () => {
    for (const key of keys) expect(MISPRINTS[locale].test(mailTexts[locale][key]), key).toBe(false)
  })

  it('leave no English behind', () => {
    if (locale === 'en') return
    const left = keys.filter(key => mailTexts[locale][key] === mailTexts.en[key])
    // Dutch says it as English does.
    expect(left).toEqual(locale === 'nl' ? ['status.open'] : [])
  })
})

it('what is filled in is not filled in again', () => {
  expect(speak('en')('news.wrote', { name: '{name} {brand}' })).toBe('{name} {brand} wrote:')
})
