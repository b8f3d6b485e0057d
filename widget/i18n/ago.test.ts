// @vitest-environment node
import { describe, expect, it, test } from 'vitest'
import { LOCALES } from '../../server/contract/limits.ts'
import { ago } from './ago.ts'
import type { Message } from './catalogue.ts'
import { createFormats } from './formats.ts'
import type { Texts } from './texts.ts'
import type { Translate } from './translate.ts'
import { translator } from './translate.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const now = new Date(2026, 5, 15, 12).getTime()

const wordsOf = async (locale: string) => {
  const { messages } = await import(`./${locale}/times.ts`)
  return translator<Record<string, Message>>(messages, createFormats(locale)) as unknown as Translate<Texts>
}

/** Editions of Unicode’s data differ in points and kinds of spaces. */
const bare = (text: string) => text.replace(/[.\s\u200e\u200f]/g, '')

test.each([
  [now - 30_000, 'now'],
  [now + 5 * MINUTE, 'now'],
  [now - 20 * MINUTE, '20 min. ago'],
  [now - 26 * HOUR, 'yesterday'],
  [now - 29 * DAY, '29 days ago'],
  [now - 31 * DAY, 'May 15, 2026'],
])(
  'tells times in words for thirty days, then by date, and the future of a fast clock as now: %#',
  async (at, text) => {
    expect(ago(await wordsOf('en'), at, now)).toBe(text)
  },
)

describe.each(LOCALES)('times in %s', locale => {
  it('are told as Intl tells them', async () => {
    const words = await wordsOf(locale)
    const intl = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' })
    const from = (n: number, to: number) => Array.from({ length: to - n }, (_, i) => n + i)
    const all = [
      ...from(1, 60).map(n => [n * MINUTE, intl.format(-n, 'minute')] as const),
      ...from(1, 24).map(n => [n * HOUR, intl.format(-n, 'hour')] as const),
      ...from(1, 30).map(n => [n * DAY, intl.format(-n, 'day')] as const),
    ]
    expect(all.map(([past]) => bare(ago(words, now - past, now)))).toEqual(all.map(([, text]) => bare(text)))
  })

  it('are dates as Intl writes them after a month', async () => {
    const words = await wordsOf(locale)
    const intl = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' })
    const dates = Array.from({ length: 24 }, (_, n) => new Date(2024, n % 12, n < 12 ? 5 : 25))
    expect(dates.map(date => bare(ago(words, date.getTime(), now)))).toEqual(
      dates.map(date => bare(intl.format(date))),
    )
  })

  it('last as long as Intl says', async () => {
    const words = await wordsOf(locale)
    const spans = [
      ['minute', 'lasts.minute', [5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55]],
      ['hour', 'lasts.hour', Array.from({ length: 23 }, (_, n) => n + 1)],
      ['day', 'lasts.day', [1, 2, 3]],
    ] as const
    for (const [unit, key, counts] of spans) {
      const intl = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' })
      expect(counts.map(n => bare(words(key, { n })))).toEqual(counts.map(n => bare(intl.format(n))))
    }
  })
})
