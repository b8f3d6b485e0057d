import { messages as settings } from 'parla:messages/settings'
import type { Formats } from '../../i18n/formats.ts'
import { texts } from '../../i18n/texts.ts'
import { translator } from '../../i18n/translate.ts'

const messages = { ...texts, ...settings }

export const createSettingsTexts = (formats: Formats) => translator(messages, formats)
export type SettingsTexts = ReturnType<typeof createSettingsTexts>
