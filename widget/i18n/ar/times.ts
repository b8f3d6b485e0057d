import type { Translation } from '../catalogue.ts'
import type { messages as en } from '../en/times.ts'

/** When something happened, and how long it takes. */
export const messages: Translation<typeof en> = {
  'ago.now': 'الآن',
  'ago.minute': {
    zero: 'قبل {n} دقيقة',
    one: 'قبل دقيقة واحدة',
    two: 'قبل دقيقتين',
    few: 'قبل {n} دقائق',
    many: 'قبل {n} دقيقة',
    other: 'قبل {n} دقيقة',
  },
  'ago.hour': {
    zero: 'قبل {n} ساعة',
    one: 'قبل ساعة واحدة',
    two: 'قبل ساعتين',
    few: 'قبل {n} ساعات',
    many: 'قبل {n} ساعة',
    other: 'قبل {n} ساعة',
  },
  'ago.yesterday': 'أمس',
  'ago.before': 'أول أمس',
  'ago.day': {
    zero: 'قبل {n} يوم',
    one: 'قبل يوم واحد',
    two: 'قبل يومين',
    few: 'قبل {n} أيام',
    many: 'قبل {n} يومًا',
    other: 'قبل {n} يوم',
  },
  'ago.date': '{d}‏/{m}‏/{y}',
  'ago.months': '',
  'lasts.minute': {
    zero: '{n} دقيقة',
    one: 'دقيقة',
    two: 'دقيقتان',
    few: '{n} دقائق',
    many: '{n} دقيقة',
    other: '{n} دقيقة',
  },
  'lasts.hour': {
    zero: '{n} ساعة',
    one: 'ساعة',
    two: 'ساعتان',
    few: '{n} ساعات',
    many: '{n} ساعة',
    other: '{n} ساعة',
  },
  'lasts.day': {
    zero: '{n} يوم',
    one: 'يوم',
    two: 'يومان',
    few: '{n} أيام',
    many: '{n} يومًا',
    other: '{n} يوم',
  },
}
