import type { Translation } from '../catalogue.ts'
import type { messages as en } from '../en/launcher.ts'

/** The floating button and its panel. */
export const messages: Translation<typeof en> = {
  'frame.open': 'Ouvrir les conversations avec {brand}',
  'select.ask': 'Poser une question à ce sujet',
  'frame.close': 'Fermer',
  'launcher.news': { one: '{n} nouvelle réponse', other: '{n} nouvelles réponses' },
}
