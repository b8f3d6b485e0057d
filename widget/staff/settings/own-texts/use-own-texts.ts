import { OWN_TEXTS_MAX } from '../../../../server/contract/limits.ts'
import type { OwnTexts } from '../../../../server/contract/own-texts.ts'
import type { Locale } from '../../../../server/contract/site.ts'
import { settle } from '../../../api/http.ts'
import type { Message } from '../../../i18n/catalogue.ts'
import { useEffect, useSignal } from '../../../signals/render.ts'
import { useTeam } from '../../team.ts'
import type { PartProps } from '../part.ts'
import { formsOf } from './places.ts'

export type Texts = Readonly<Record<string, Message>>

/** By these words kinds are guessed, and those only the team reads: no site says them otherwise. */
const isForPeople = (key: string) => !key.startsWith('guess.') && key !== 'reply.note'

const isSame = (one: Message | null, other: Message | undefined) =>
  other !== undefined && JSON.stringify(one && formsOf(one)) === JSON.stringify(formsOf(other))

/** The widget's texts in one language, with the site's own beside them. */
export const useOwnTexts = ({ t, settings, explain }: PartProps) => {
  const { desk, run } = useTeam()
  const locale = useSignal<Locale>(settings.peek()?.locale ?? 'en')
  const texts = useSignal<{ ours: Texts; own: Texts } | null>(null)
  const trouble = useSignal<string | null>(null)

  const load = () => {
    const asked = locale.peek()
    texts.value = null
    trouble.value = null
    Promise.all([
      settle<Texts>(fetch(`/texts/${asked}.json`)),
      desk.read<{ texts: Texts }>(`/texts/${asked}`),
    ]).then(
      ([listed, { texts: own }]) => {
        const ours = Object.fromEntries(Object.entries(listed).filter(([key]) => isForPeople(key)))
        if (locale.peek() === asked) texts.value = { ours, own }
      },
      thrown => {
        if (locale.peek() === asked) trouble.value = explain(thrown)
      },
    )
  }
  useEffect(load, [locale.value])

  /** Says `text` from now on; null, and what everybody says: as everywhere. The words for what went wrong, or null. */
  const keep = async (key: string, text: Message | null): Promise<string | null> => {
    const [now, here] = [texts.peek(), locale.peek()]
    if (!now) return null
    const { [key]: before, ...others } = now.own
    const said = isSame(text, now.ours[key]) ? null : text
    if (said === null && before === undefined) return null
    if (said !== null && before === undefined && Object.keys(others).length >= OWN_TEXTS_MAX)
      return t('own.tooMany', { n: OWN_TEXTS_MAX })
    const failed = await run('site.text', {
      locale: here,
      key,
      text: said as OwnTexts['texts'][string] | null,
    })
    if (failed !== null) return failed
    const own: Texts = said === null ? others : { ...others, [key]: said }
    if (locale.peek() === here) texts.value = { ...now, own }
    const site = settings.peek()
    const languages = new Set(site?.texts).add(here)
    if (Object.keys(own).length === 0) languages.delete(here)
    if (site) settings.value = { ...site, texts: [...languages] }
    return null
  }
  return { locale, texts, trouble, load, keep }
}
