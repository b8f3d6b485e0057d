/** What a locale's numbers, lists and times look like. The first use of each costs milliseconds: none runs before it is asked for. */
export interface Formats {
  /** Compact from ten thousand on. */
  number: (n: number) => string
  plural: (n: number) => Intl.LDMLPluralRule
  /** “Anna, Giulia and Tom”. */
  list: (names: readonly string[]) => string
  /** Date and time in full. */
  full: (at: number) => string
  /** Seconds as “40 seconds”, “3 minutes” or “2 hours”, rounded up. */
  duration: (seconds: number) => string
}

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const COMPACT_FROM = 10_000

/** Below, all locales write the same digits and their plurals are simple: so the first paint needs no Intl at all. */
const PLAIN_BELOW = 1_000
const plain = (n: number) => n >= 0 && n < PLAIN_BELOW && Number.isInteger(n)

/** The category of a plain number; `one` in a locale without plurals, which has but `other` to fall back to. */
const plainPlural = (locale: string, n: number): Intl.LDMLPluralRule => {
  if (locale !== 'ar') return n === 1 || (!n && /^(fr|pt)/.test(locale)) ? 'one' : 'other'
  const rest = n % 100
  if (n < 3) return (['zero', 'one', 'two'] as const)[n] ?? 'other'
  if (rest < 3) return 'other'
  return rest < 11 ? 'few' : 'many'
}

const inUnit = (seconds: number): [number, 'second' | 'minute' | 'hour' | 'day'] => {
  if (seconds < MINUTE) return [seconds, 'second']
  if (seconds < HOUR) return [seconds / MINUTE, 'minute']
  return seconds < DAY ? [seconds / HOUR, 'hour'] : [seconds / DAY, 'day']
}

export const createFormats = (locale: string): Formats => {
  const made: { [name: string]: unknown } = {}
  /** Made at its first use. */
  const once = <T>(name: string, make: () => T): T => {
    made[name] ??= make()
    return made[name] as T
  }
  return {
    number: n => {
      if (plain(n)) return String(n)
      const notation = n < COMPACT_FROM ? 'standard' : 'compact'
      return once(notation, () => new Intl.NumberFormat(locale, { notation })).format(n)
    },
    plural: n => {
      if (plain(n)) return plainPlural(locale, n)
      return once('plural', () => new Intl.PluralRules(locale)).select(n)
    },
    list: names =>
      names.length < 2 ? (names[0] ?? '') : once('list', () => new Intl.ListFormat(locale)).format(names),
    full: at =>
      once('full', () => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' })).format(
        at,
      ),
    duration: seconds => {
      const [n, unit] = inUnit(seconds)
      return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(Math.ceil(n))
    },
  }
}
