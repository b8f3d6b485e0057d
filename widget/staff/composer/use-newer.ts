import type { OpenedThread, ReplyItem } from '../../model/types.ts'
import { useKept } from '../../signals/render.ts'
import type { Writing } from '../../thread/writing.ts'

const isPublic = (me: string) => (item: ReplyItem) => {
  const { author, note, status, visibility } = item.row.value
  return !note && !status && visibility === 'public' && author.id !== me
}

/** Position of the newest entry that is known of a thread. */
const newest = (all: readonly ReplyItem[]) =>
  Math.max(0, ...all.map(({ id, row }) => (id.value === null ? 0 : row.value.position)))

/**
 * Public replies of others that were not there when the text was begun.
 * @param since position up to which its author had read, where that is known better
 */
export const useNewer = (
  opened: OpenedThread | null,
  writing: Writing,
  me: string,
  since: number | null,
): { newer: readonly ReplyItem[]; seen: number; know: () => void } => {
  const known = useKept(() => ({ current: null as number | null }))
  const all = opened ? [...opened.replies.value, ...opened.arrived.value] : []
  const seen = newest(all)
  if (!writing.text.value.trim()) known.current = null
  else known.current ??= since ?? seen
  const from = known.current
  return {
    newer: from === null ? [] : all.filter(({ row }) => row.value.position > from).filter(isPublic(me)),
    seen,
    know: () => {
      known.current = seen
    },
  }
}
