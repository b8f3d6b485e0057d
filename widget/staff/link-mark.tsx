import { useWidget } from '../thread/widget.ts'
import { useTeam } from './team.ts'

/** Whether this desk is connected, and so seen as present by visitors. */
export const LinkMark = () => {
  const { conversation, t } = useTeam()
  const { t: home } = useWidget()
  const link = conversation.link.value
  if (link === 'paused') {
    return (
      <p class="link-mark off">
        <span>{t('net.paused')}</span>
        <button type="button" class="link" onClick={conversation.reconnect}>
          {home('action.retry')}
        </button>
      </p>
    )
  }
  const words = {
    live: 's.online',
    offline: 's.offline',
    idle: 's.connecting',
    reconnecting: 's.connecting',
  } as const
  const text = t(words[link])
  const looks = { live: 'on', offline: 'off', idle: 'off tries', reconnecting: 'off tries' } as const
  return (
    <p class={`link-mark ${looks[link]}`} title={text}>
      <span>{text}</span>
    </p>
  )
}
