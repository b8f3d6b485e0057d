import { useEffect } from '../signals/render.ts'
import type { ReadonlySignal } from '../signals/signal.ts'
import { useWidget } from './widget.ts'

interface Props {
  /** None where there is nothing to ask for unless something failed. */
  text?: string
  /** In place of the text once it could not be read. */
  failed: string
  /** Another object with each failure. */
  stuck: ReadonlySignal<object | null>
  busy?: boolean
  /** Answers with what takes the focus. */
  // biome-ignore lint/suspicious/noConfusingVoidType: who gives the focus to something else answers nothing
  add: () => Promise<{ key: string } | null | void>
  at?: 'title' | 'reply'
}

/** Reads more, or again. What fails is said, and can be tried again at the same place. */
export const More = ({ text, failed, stuck, busy, add, at = 'title' }: Props) => {
  const { focus, said, t } = useWidget()
  const why = stuck.value
  useEffect(() => {
    if (why) said.value = { voice: 'assertive', text: failed }
  }, [why])
  return (
    <button
      type="button"
      class="more"
      aria-disabled={busy}
      onClick={async () => {
        const first = await add()
        if (first) focus(`${at}-${first.key}`)
      }}
    >
      {why ? `${failed} · ${t('action.retry')}` : text}
    </button>
  )
}
