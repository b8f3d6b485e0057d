import { messages as desk } from 'parla:messages/desk'
import { messages as inline } from 'parla:messages/inline'
import { messages as staff } from 'parla:messages/staff'
import type { Formats } from '../i18n/formats.ts'
import { texts } from '../i18n/texts.ts'
import type { Translate } from '../i18n/translate.ts'
import { translator } from '../i18n/translate.ts'

const messages = { ...texts, ...staff, ...desk, ...inline }

/** All the admin view says, the words it shares with the widget included. */
export type StaffTexts = typeof messages

export const createTexts = (formats: Formats): Translate<StaffTexts> => translator(messages, formats)
