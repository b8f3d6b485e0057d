import { useEffect, useSignal } from '../../signals/render.ts'
import { noteOf } from '../../thread/writing.ts'
import { useCrew } from '../team.ts'

/** Whether a note for the thread was begun and not sent. */
export const useNoteDraft = (thread: string): boolean => {
  const { conversation, mode } = useCrew()
  const begun = useSignal(false)
  const now = mode.value
  useEffect(() => {
    conversation.writer().then(
      ({ drafts }) => {
        begun.value = drafts.get(noteOf(thread)).trim() !== ''
      },
      () => {},
    )
  }, [thread, now])
  return begun.value
}
