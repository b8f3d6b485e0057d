import { useSignal } from '../../signals/render.ts'
import { useWidget } from '../../thread/widget.ts'

/** One thing at a time, with what became of it: said to everybody who listens, and shown. */
export const useSave = (done: string) => {
  const { said } = useWidget()
  const busy = useSignal(false)
  const outcome = useSignal<{ good: boolean; text: string } | null>(null)
  /** `work` answers the words for what went wrong, or null. */
  const run = async (work: () => Promise<string | null>): Promise<boolean> => {
    if (busy.peek()) return false
    busy.value = true
    outcome.value = null
    const failed = await work()
    busy.value = false
    outcome.value = failed === null ? { good: true, text: done } : { good: false, text: failed }
    said.value = { voice: failed === null ? 'polite' : 'assertive', text: failed ?? done }
    return failed === null
  }
  return { busy, outcome, run }
}
