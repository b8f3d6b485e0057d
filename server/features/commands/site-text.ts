import type { CommandInput } from '../../contract/commands.ts'
import { OWN_TEXTS_MAX } from '../../contract/limits.ts'
import { AppError } from '../../lib/app-error.ts'
import { dropOwnTexts, findOwnTexts, putOwnTexts } from '../../store/own-texts.ts'
import { findSite, lockSite, updateSite } from '../../store/sites.ts'
import { mayOnSite } from '../access.ts'
import { command } from '../command.ts'
import { wrongsOf } from '../own-texts.ts'

/** Puts words of the site's own in the place of one of the widget's texts, or takes them back. */
export const siteText = command({
  name: 'site.text',
  async find({ db, dialect, viewer }) {
    // One at a time: each writes a whole language anew.
    await lockSite(db, dialect, viewer.site.id)
    return (await findSite(db, viewer.site.id)) ?? viewer.site
  },
  access: ({ viewer }) => (mayOnSite(viewer.role, 'configure') ? 'allowed' : 'forbidden'),
  async run(unit, site, { locale, key, text }: CommandInput<'site.text'>) {
    const { [key]: before, ...others } = await findOwnTexts(unit.db, site.id, locale)
    // What a text was called by an earlier version can still be taken back.
    if (text === null && before === undefined) return site.id
    const issues = text === null ? [] : wrongsOf(locale, key, text)
    const texts = text === null ? others : { ...others, [key]: text }
    if (Object.keys(texts).length > OWN_TEXTS_MAX)
      issues.push({ path: 'key', message: `At most ${OWN_TEXTS_MAX} texts in a language` })
    if (issues.length > 0) throw new AppError('invalid', { issues })
    const isNone = Object.keys(texts).length === 0
    if (isNone) await dropOwnTexts(unit.db, site.id, locale)
    else await putOwnTexts(unit.db, site.id, locale, texts)
    const languages = new Set<string>(JSON.parse(site.texts)).add(locale)
    if (isNone) languages.delete(locale)
    await updateSite(unit.db, site.id, { texts: JSON.stringify([...languages].sort()) })
    unit.touch({ entity: 'site', id: site.id, audience: 'public' })
    return site.id
  },
})
