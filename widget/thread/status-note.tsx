import type { ThreadView } from '../../server/contract/thread.ts'
import styles from '../styles/status-note.css?inline'
import { By } from './by.tsx'
import { statusOf } from './status.ts'
import { useWidget } from './widget.ts'

/** The team's last word on where a thread stands. */
export const StatusNote = ({ thread }: { thread: ThreadView }) => {
  const { adopt, t } = useWidget()
  adopt(styles)
  const status = statusOf({ ...thread, answered: false, locked: false })
  const note = thread.statusNote
  if (!status || !note) return null
  const title = t('standing.title', { status: t(status.text) })
  return (
    <section class={`highlight ${status.look}`} aria-label={title}>
      <p class="label">{title}</p>
      <By author={note.by} at={note.at} />
      {note.reason && (
        <div class="text">
          <p dir="auto">
            {thread.status === 'declined'
              ? t.parts('standing.why', { reason: <bdi>{note.reason}</bdi> })
              : note.reason}
          </p>
        </div>
      )}
      {note.link && /^https?:/.test(note.link) && (
        <p>
          <a href={note.link} target="_blank" rel="noopener">
            {t('standing.link')}
          </a>
        </p>
      )}
    </section>
  )
}
