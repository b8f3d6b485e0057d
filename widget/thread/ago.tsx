import { ago } from '../i18n/ago.ts'
import { useWidget } from './widget.ts'

/** How long ago something happened; keeps itself up to date in silence. */
export const Ago = ({ at }: { at: number }) => {
  const { formats, now, t } = useWidget()
  return (
    <time
      dateTime={new Date(at).toISOString()}
      // Not before somebody wants to know: forty dates would delay the first paint.
      onMouseEnter={event => {
        event.currentTarget.title = formats.full(at)
      }}
    >
      {now.value > 0 && ago(t, at, now.value)}
    </time>
  )
}
