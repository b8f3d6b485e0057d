import { messages as insights } from 'parla:messages/insights'
import type { Formats } from '../../i18n/formats.ts'
import { texts } from '../../i18n/texts.ts'
import { translator } from '../../i18n/translate.ts'

const messages = { ...texts, ...insights }

export const createInsightsTexts = (formats: Formats) => translator(messages, formats)
export type InsightsTexts = ReturnType<typeof createInsightsTexts>
