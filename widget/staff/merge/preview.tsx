import type { MergePreview } from '../../../server/contract/reads.ts'
import { failureOf } from '../../api/http.ts'
import { useEffect, useSignal } from '../../signals/render.ts'
import { failureText } from '../../thread/failure-text.ts'
import { useWidget } from '../../thread/widget.ts'
import { useTeam } from '../team.ts'

/** What threads come to together, before they do. Its place is kept while it is asked for. */
export const Preview = ({ threads, into }: { threads: readonly string[]; into: string }) => {
  const { desk, t } = useTeam()
  const widget = useWidget()
  const known = useSignal<MergePreview | null>(null)
  const trouble = useSignal<string | null>(null)
  useEffect(() => {
    let late = false
    known.value = null
    trouble.value = null
    const [thread, ...also] = threads
    desk.read<MergePreview>(`/threads/${thread}/merge`, { into, also }).then(
      found => {
        if (!late) known.value = found
      },
      thrown => {
        if (!late) trouble.value = failureText(failureOf(thrown), widget)
      },
    )
    return () => {
      late = true
    }
  }, [into])
  return (
    <div class="merge-preview" role="status">
      {trouble.value && <p class="error">{trouble.value}</p>}
      {known.value && (
        <>
          <p>
            <strong>{t('merge.votes', { n: known.value.votes })}</strong>
          </p>
          <p>{t('s.audience', { n: known.value.people })}</p>
        </>
      )}
    </div>
  )
}
