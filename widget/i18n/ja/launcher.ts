import type { Translation } from '../catalogue.ts'
import type { messages as en } from '../en/launcher.ts'

/** The floating button and its panel. */
export const messages: Translation<typeof en> = {
  'frame.open': '{brand}との会話を開く',
  'select.ask': 'これについて質問する',
  'frame.close': '閉じる',
  'launcher.news': { other: '新しい返信{n}件' },
}
