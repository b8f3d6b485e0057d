import { describe, expect, it } from 'vitest'
import { LOCALES } from '../../contract/limits.ts'
import { MISPRINTS, places } from '../../testing/catalogue-checks.ts'
import type { HostedText } from './texts/en.ts'
import { hostedTexts, tongueOf } from './texts.ts'

const keys = Object.keys(hostedTexts.en) as HostedText[]

const formsOf = (text: string | object): string[] => (typeof text === 'string' ? [text] : Object.values(text))

/** What rightly reads as in English. */
const ALIKE: Partial<Record<(typeof LOCALES)[number], readonly HostedText[]>> = {
  it: ['kind.idea'],
  fr: ['kind.question', 'vote.count', 'image.of'],
  de: ['kind.problem', 'standing.title'],
  es: ['kind.idea'],
  'pt-BR': ['standing.title'],
  nl: ['status.open', 'standing.title'],
}

describe.each(LOCALES)('[Q6] hosted pages in %s', locale => {
  const own = hostedTexts[locale]

  it('have every text in every form, with the same places to fill in', () => {
    expect(Object.keys(own)).toEqual(keys)
    const categories = new Intl.PluralRules(locale).resolvedOptions().pluralCategories
    for (const key of keys) {
      const english = hostedTexts.en[key]
      if (typeof english === 'string') expect(places(own[key] as string), key).toEqual(places(english))
      else for (const form of Object.keys(own[key])) expect(categories, key).toContain(form)
    }
  })

  it('are set as printers set them', () => {
    const wrong = keys.filter(key => formsOf(own[key]).some(text => MISPRINTS[locale].test(text)))
    expect(wrong).toEqual([])
  })

  it('leave no English behind', () => {
    if (locale === 'en') return
    const left = keys.filter(key => JSON.stringify(own[key]) === JSON.stringify(hostedTexts.en[key]))
    expect(left.filter(key => !ALIKE[locale]?.includes(key))).toEqual([])
  })

  it('say what the widget says, where both say it', async () => {
    const folder = `../../../widget/i18n/${locale}`
    const files = ['home', 'thread', 'state', 'composer', 'controls']
    const catalogues = await Promise.all(files.map(file => import(/* @vite-ignore */ `${folder}/${file}.ts`)))
    const widget: Record<string, unknown> = Object.assign({}, ...catalogues.map(({ messages }) => messages))
    const shared = keys.filter(key => key in widget)
    expect(shared.length).toBeGreaterThan(30)
    for (const key of shared) expect(own[key], key).toEqual(widget[key])
  })
})

it('[Q6] counts as the language counts, and fills in once', () => {
  const { say, when } = tongueOf('ar', 'Asia/Riyadh')
  expect([0, 1, 2, 3, 11, 100].map(n => say('thread.replies', { n }))).toEqual([
    'لا ردود',
    'رد واحد',
    'ردّان',
    '3 ردود',
    '11 ردًا',
    '100 رد',
  ])
  expect(when(Date.UTC(2026, 10, 23))).toContain('نوفمبر')
  expect(tongueOf('en', 'UTC').say('staff.badge', { brand: '{brand} {n}' })).toBe('{brand} {n} team')
  expect(tongueOf('fr', 'UTC').say('vote.count', { n: 0 })).toBe('0 vote')
})
