/** The floating button and its panel. */
export const messages = {
  'frame.open': 'Open conversations with {brand}',
  'select.ask': 'Ask about this',
  'frame.close': 'Close',
  'launcher.news': { one: '{n} new reply', other: '{n} new replies' },
} as const
