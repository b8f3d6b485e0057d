import { whenBack } from '../i18n/when-back.ts'
import { useWidget } from '../thread/widget.ts'

/** When the team is back, while it is out. */
export const BackAt = ({ at }: { at: number }) => {
  const { config, now, t } = useWidget()
  const { near, day, time } = whenBack(config.locale, at, now.value)
  return <span>{t(near ? 'presence.back' : 'presence.backOn', { day, time })}</span>
}
