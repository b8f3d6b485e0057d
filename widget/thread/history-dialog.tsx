import type { History } from '../../server/contract/reads.ts'
import { useEffect, useSignal } from '../signals/render.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { TextTree } from '../ui/text-tree.tsx'
import { By } from './by.tsx'
import { useWidget } from './widget.ts'

/** How an edited message read before, newest first. */
export const HistoryDialog = ({ message }: { message: string }) => {
  const { conversation, dialog, t } = useWidget()
  const history = useSignal<History | null>(null)
  const failed = useSignal(false)
  const load = () => {
    failed.value = false
    conversation
      .writer()
      .then(writer => writer.history(message))
      .then(
        read => {
          history.value = read
        },
        () => {
          failed.value = true
        },
      )
  }
  useEffect(load, [])
  const body = () => {
    if (failed.value) {
      return (
        <p class="failed">
          <span role="alert">{t('thread.loadFailed')}</span>{' '}
          <button type="button" class="quiet" onClick={load}>
            {t('action.retry')}
          </button>
        </p>
      )
    }
    if (!history.value) return <Skeleton label={t('thread.loading')} />
    return (
      <ol>
        {history.value.revisions.map(revision => (
          <li key={revision.at} class="reply">
            <By author={revision.by} at={revision.at} />
            {revision.title && (
              <p class="title" dir="auto">
                {revision.title}
              </p>
            )}
            <TextTree tree={revision.body} />
          </li>
        ))}
      </ol>
    )
  }
  return (
    <Dialog
      id="parla-history"
      title={t('thread.history')}
      closeLabel={t('frame.close')}
      onClose={() => {
        dialog.value = null
      }}
    >
      {body}
    </Dialog>
  )
}
