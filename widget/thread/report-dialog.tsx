import { REASON_MAX } from '../../server/contract/limits.ts'
import type { ReportReason } from '../../server/contract/moderation.ts'
import type { Refusal } from '../model/types.ts'
import { useRef, useSignal } from '../signals/render.ts'
import { Dialog } from '../ui/dialog.tsx'
import { REPORT_WORDS } from './report-words.ts'
import type { AnyItem } from './widget.ts'
import { useWidget } from './widget.ts'

const REASONS = Object.keys(REPORT_WORDS) as ReportReason[]

/** Tells the team what is wrong with a message. Its author never hears of it; it is folded for whoever reported it. */
export const ReportDialog = ({ item }: { item: AnyItem }) => {
  const widget = useWidget()
  const { conversation, dialog, said, t } = widget
  const reason = useSignal<ReportReason | null>(null)
  const words = useSignal('')
  const error = useSignal('')
  const busy = useSignal(false)
  const first = useRef<HTMLInputElement>()

  const send = async (close: () => void) => {
    const id = item.id.peek()
    if (busy.peek() || !id) return
    if (!reason.peek()) {
      error.value = t('report.choose')
      return first.current?.focus()
    }
    busy.value = true
    try {
      const more = words.peek().trim()
      await conversation.run('message.report', {
        id,
        reason: reason.peek() as ReportReason,
        ...(more && { words: more }),
      })
      close()
      said.value = { voice: 'polite', text: t('report.done') }
    } catch (thrown) {
      const chunk = await widget.want(() => import('./trouble.ts'))
      error.value = chunk?.trouble.failureText((thrown as Refusal).failure, widget) ?? t('err.network')
    } finally {
      busy.value = false
    }
  }
  return (
    <Dialog
      id="parla-report"
      title={t('report.title')}
      closeLabel={t('frame.close')}
      onClose={() => {
        dialog.value = null
      }}
    >
      {close => (
        <form
          noValidate
          onSubmit={event => {
            event.preventDefault()
            void send(close)
          }}
        >
          <div
            role="radiogroup"
            aria-label={t('report.title')}
            aria-invalid={error.value !== ''}
            aria-describedby="report-error"
          >
            {REASONS.map((one, at) => (
              <label key={one} class="option">
                <input
                  ref={at ? null : first}
                  type="radio"
                  name="reason"
                  checked={reason.value === one}
                  onChange={() => {
                    reason.value = one
                    error.value = ''
                  }}
                />
                {t(REPORT_WORDS[one])}
              </label>
            ))}
          </div>
          <label class="field">
            {t('report.words')}
            <textarea
              class="box"
              dir="auto"
              rows={2}
              maxLength={REASON_MAX}
              value={words.value}
              onInput={event => {
                words.value = event.currentTarget.value
              }}
            />
          </label>
          {/* In the dialog: what is read out beside it, nobody hears while it is open. */}
          <p class="error" id="report-error" role="alert">
            {error.value && (
              <>
                <span class="sr">{t('err.prefix')} </span>
                {error.value}
              </>
            )}
          </p>
          <div class="send">
            <button type="button" class="quiet" onClick={close}>
              {t('action.cancel')}
            </button>
            <button type="submit" class="main" aria-disabled={busy.value}>
              {t('action.report')}
            </button>
          </div>
        </form>
      )}
    </Dialog>
  )
}
