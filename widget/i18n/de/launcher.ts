import type { Translation } from '../catalogue.ts'
import type { messages as en } from '../en/launcher.ts'

/** The floating button and its panel. */
export const messages: Translation<typeof en> = {
  'frame.open': 'Unterhaltungen mit {brand} öffnen',
  'select.ask': 'Dazu etwas fragen',
  'frame.close': 'Schließen',
  'launcher.news': { one: '{n} neue Antwort', other: '{n} neue Antworten' },
}
