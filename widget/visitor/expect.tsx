import type { Texts } from '../i18n/texts.ts'
import type { Translate } from '../i18n/translate.ts'
import { whenBack } from '../i18n/when-back.ts'
import { useWidget } from '../thread/widget.ts'

const HOUR = 60
const DAY = 24 * HOUR

/** The server has rounded up to five minutes, then to hours, then to days. */
const lasting = (t: Translate<Texts>, minutes: number) => {
  if (minutes < HOUR) return t('lasts.minute', { n: minutes })
  return minutes < DAY ? t('lasts.hour', { n: minutes / HOUR }) : t('lasts.day', { n: minutes / DAY })
}

/** What to expect of the team: when it is back, or how soon it usually replies. Nothing is said that was not measured. */
export const Expect = () => {
  const { config, conversation, now, t } = useWidget()
  const { count, replyMinutes, backAt } = conversation.presence.value
  if (!count && backAt !== null && backAt > now.value) {
    const { near, day, time } = whenBack(config.locale, backAt, now.value)
    return <span>{t(near ? 'presence.back' : 'presence.backOn', { day, time })}</span>
  }
  if (replyMinutes === null) return null
  return (
    <span>
      {replyMinutes
        ? t('presence.replyTime', { duration: lasting(t, replyMinutes) })
        : t('presence.replyFew')}
    </span>
  )
}
