import type { ReportReason } from '../../server/contract/moderation.ts'
import type { Texts } from '../i18n/texts.ts'

/** Why somebody reports a message. */
export const REPORT_WORDS = {
  spam: 'report.spam',
  abuse: 'report.abuse',
  private: 'report.private',
  other: 'report.other',
} as const satisfies Record<ReportReason, keyof Texts>
