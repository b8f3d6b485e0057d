/** When something happened, and how long it takes: what `Intl` would say, which takes too long to start. */
export const messages = {
  'ago.now': 'now',
  'ago.minute': { one: '{n} min. ago', other: '{n} min. ago' },
  'ago.hour': { one: '{n} hr. ago', other: '{n} hr. ago' },
  'ago.yesterday': 'yesterday',
  'ago.before': '2 days ago',
  'ago.day': { one: '{n} day ago', other: '{n} days ago' },
  'ago.date': '{m} {d}, {y}',
  'ago.months': 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
  'lasts.minute': { one: '{n} minute', other: '{n} minutes' },
  'lasts.hour': { one: '{n} hour', other: '{n} hours' },
  'lasts.day': { one: '{n} day', other: '{n} days' },
} as const
