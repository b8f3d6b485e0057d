import type { Texts } from '../i18n/texts.ts'
import type { Translate } from '../i18n/translate.ts'
import { privateData } from './private-data.ts'

/** What to say of a text that gives something away, and on the button that posts it all the same; null of any other. */
export const privateWarning = (body: string, t: Translate<Texts>) =>
  privateData(body) && { text: t('composer.privacyFound'), anyway: t('composer.postAnyway') }
