import type { ComponentChildren } from 'preact'
import { RIGHT_TO_LEFT } from '../../server/contract/limits.ts'
import { useEffect } from '../signals/render.ts'
import { useWidget } from '../thread/widget.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { useChunk } from '../ui/use-chunk.ts'
import { Home } from './home.tsx'

/**
 * The list, the opened thread, and beside them what is read out. Wide enough, both are in sight.
 * @param bar above all that visitors see
 */
export const Frame = ({ bar }: { bar?: ComponentChildren }) => {
  const { adopt, conversation, config, dialog, focus, parts, reading, t } = useWidget()
  const chunk = useChunk(() => import('./later.ts'), conversation.phase.value !== 'loading')
  const later = chunk?.later ?? null
  const read = reading.value
  if (later) later.styles.forEach(adopt)
  useEffect(() => {
    parts.value = later
  }, [later])
  return (
    <section
      class={`widget ${config.mode} ${read ? 'reading' : ''}`}
      aria-labelledby="parla"
      lang={config.locale}
      dir={RIGHT_TO_LEFT.includes(config.locale) ? 'rtl' : 'ltr'}
    >
      {config.mode === 'inline' && (
        <button type="button" class="skip" onClick={() => focus('parla-end')}>
          {t('frame.skip')}
        </button>
      )}
      {bar}
      <div class="panes">
        <Home later={later} />
        {read && (
          <div class="reader">
            {later ? <later.ThreadPage key={read.thread} /> : <Skeleton label={t('list.loading')} />}
          </div>
        )}
      </div>
      {later && (
        <>
          <later.Announcer />
          <later.Follow />
        </>
      )}
      {dialog.value}
      <span id="parla-end" tabIndex={-1} />
    </section>
  )
}
