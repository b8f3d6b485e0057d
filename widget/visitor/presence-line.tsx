import { useWidget } from '../thread/widget.ts'
import { useChunk } from '../ui/use-chunk.ts'

/** Who of the team is here and what to expect of it, or what is the matter with the connection. */
export const PresenceLine = () => {
  const { conversation, formats, now, t, brand } = useWidget()
  const link = conversation.link.value
  const { names, count: n, replyMinutes, backAt } = conversation.presence.value
  const team = conversation.site.value?.team ?? []
  const known = now.value > 0 && (replyMinutes !== null || backAt !== null)
  const chunk = useChunk(() => import('./expect.tsx'), known)
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
      {chunk && <chunk.Expect />}
    </>
  )
}
