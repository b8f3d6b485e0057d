import type { Translation } from '../catalogue.ts'
import type { messages as en } from '../en/launcher.ts'

/** The floating button and its panel. */
export const messages: Translation<typeof en> = {
  'frame.open': 'Abrir las conversaciones con {brand}',
  'select.ask': 'Preguntar sobre esto',
  'frame.close': 'Cerrar',
  'launcher.news': { one: '{n} respuesta nueva', other: '{n} respuestas nuevas' },
}
