import type { OwnTexts } from '../../contract/own-texts.ts'
import type { Locale } from '../../contract/site.ts'
import { findOwnTexts } from '../../store/own-texts.ts'
import type { Store } from '../../store/store.ts'
import type { Viewer } from '../viewer.ts'

/** What the widget says on a site in words of its own, in one language. */
export const ownTexts = async (store: Store, { site }: Viewer, locale: Locale): Promise<OwnTexts> => ({
  texts: await store.read(db => findOwnTexts(db, site.id, locale)),
})
