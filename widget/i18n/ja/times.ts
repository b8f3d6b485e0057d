import type { Translation } from '../catalogue.ts'
import type { messages as en } from '../en/times.ts'

/** When something happened, and how long it takes. */
export const messages: Translation<typeof en> = {
  'ago.now': '今',
  'ago.minute': { other: '{n} 分前' },
  'ago.hour': { other: '{n} 時間前' },
  'ago.yesterday': '昨日',
  'ago.before': '一昨日',
  'ago.day': { other: '{n} 日前' },
  'ago.date': '{y}/{m}/{d}',
  'ago.months': '',
  'lasts.minute': { other: '{n} 分' },
  'lasts.hour': { other: '{n} 時間' },
  'lasts.day': { other: '{n} 日' },
}
