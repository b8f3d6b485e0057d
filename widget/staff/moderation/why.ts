import type { HeldFor } from '../../../server/contract/queue.ts'
import type { Translate } from '../../i18n/translate.ts'
import type { StaffTexts } from '../texts.ts'

/** Why a message waits, in words. */
export const sayWhy = ({ rule, found }: HeldFor, t: Translate<StaffTexts>): string => {
  switch (rule) {
    case 'words':
      return t('mod.words', { word: found ?? '' })
    case 'links':
      return t('mod.links', { n: Number(found) || 1 })
    case 'repeat':
      return t('mod.repeat')
    case 'rate':
      return t('mod.rate')
    case 'first':
      return t('mod.first')
    default:
      return t('mod.staff')
  }
}
