import type { Translation } from '../catalogue.ts'
import type { messages as en } from '../en/launcher.ts'

/** The floating button and its panel. */
export const messages: Translation<typeof en> = {
  'frame.open': 'Apri le conversazioni con {brand}',
  'select.ask': 'Chiedi informazioni su questo',
  'frame.close': 'Chiudi',
  'launcher.news': { one: '{n} nuova risposta', other: '{n} nuove risposte' },
}
