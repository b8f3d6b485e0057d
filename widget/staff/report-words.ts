import type { Reports } from '../../server/contract/moderation.ts'
import type { Translate } from '../i18n/translate.ts'
import { REPORT_WORDS } from '../thread/report-words.ts'
import type { StaffTexts } from './texts.ts'

/** Why people reported a message: each reason with how many gave it, where more than one did. */
export const sayReasons = ({ reasons }: Reports, t: Translate<StaffTexts>): string[] =>
  reasons.map(({ reason, count }) => {
    const words = t(REPORT_WORDS[reason])
    return count > 1 ? `${words} × ${count}` : words
  })
