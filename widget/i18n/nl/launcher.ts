import type { Translation } from '../catalogue.ts'
import type { messages as en } from '../en/launcher.ts'

/** The floating button and its panel. */
export const messages: Translation<typeof en> = {
  'frame.open': 'Gesprekken met {brand} openen',
  'select.ask': 'Vraag hierover',
  'frame.close': 'Sluiten',
  'launcher.news': { one: '{n} nieuw antwoord', other: '{n} nieuwe antwoorden' },
}
