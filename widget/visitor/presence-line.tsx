import type { Texts } from '../i18n/texts.ts'
import type { Translate } from '../i18n/translate.ts'
import { useWidget } from '../thread/widget.ts'
import { useChunk } from '../ui/use-chunk.ts'

const HOUR = 60
const DAY = 24 * HOUR

/** The server has rounded up to five minutes, then to hours, then to days. */
const lasting = (t: Translate<Texts>, minutes: number) => {
  if (minutes < HOUR) return t('lasts.minute', { n: minutes })
  return minutes < DAY ? t('lasts.hour', { n: minutes / HOUR }) : t('lasts.day', { n: minutes / DAY })
}

/** What to expect of the team: when it is back, or how soon it usually replies. Nothing is said that was not measured. */
const Expect = () => {
  const { conversation, now, t } = useWidget()
  const { count, replyMinutes, backAt } = conversation.presence.value
  const away = !count && backAt !== null && backAt > now.value
  const back = useChunk(() => import('./back-at.tsx'), away)
  if (away) return back && <back.BackAt at={backAt} />
  if (replyMinutes === null) return null
  return (
    <span>
      {replyMinutes
        ? t('presence.replyTime', { duration: lasting(t, replyMinutes) })
        : t('presence.replyFew')}
    </span>
  )
}

/** Who of the team is here and what to expect of it, or what is the matter with the connection. */
export const PresenceLine = () => {
  const { conversation, formats, now, t, brand } = useWidget()
  const link = conversation.link.value
  const { names, count: n } = conversation.presence.value
  const team = conversation.site.value?.team ?? []
  if (link === 'offline') return t('net.offline')
  if (link === 'reconnecting') return t('net.reconnecting')
  if (link === 'paused') {
    return (
      <>
        {t('net.paused')} ·{' '}
        <button type="button" class="link" onClick={conversation.reconnect}>
          {t('action.retry')}
        </button>
      </>
    )
  }
  return (
    <>
      {n > 0 ? (
        <span class="on">
          {n > names.length
            ? t('presence.count', { n, brand: brand.value })
            : t('presence.names', { n, names: formats.list(names) })}
        </span>
      ) : (
        team.length > 0 && <span>{t('presence.team', { n: team.length, names: formats.list(team) })}</span>
      )}
      {now.value > 0 && <Expect />}
    </>
  )
}
