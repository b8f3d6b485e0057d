import type { Translation } from '../catalogue.ts'
import type { messages as en } from '../en/launcher.ts'

/** The floating button and its panel. */
export const messages: Translation<typeof en> = {
  'frame.open': 'فتح المحادثات مع {brand}',
  'select.ask': 'اسأل عن هذا',
  'frame.close': 'إغلاق',
  'launcher.news': {
    zero: 'لا ردود جديدة',
    one: 'رد جديد',
    two: 'ردّان جديدان',
    few: '{n} ردود جديدة',
    many: '{n} ردًا جديدًا',
    other: '{n} رد جديد',
  },
}
