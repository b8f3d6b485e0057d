import type { Translation } from '../catalogue.ts'
import type { messages as en } from '../en/launcher.ts'

/** The floating button and its panel. */
export const messages: Translation<typeof en> = {
  'frame.open': 'Abrir as conversas com {brand}',
  'select.ask': 'Perguntar sobre isto',
  'frame.close': 'Fechar',
  'launcher.news': { one: '{n} nova resposta', other: '{n} novas respostas' },
}
