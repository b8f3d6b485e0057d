import type { ThreadItem } from '../../model/types.ts'
import type { Writing } from '../../thread/writing.ts'
import { useChunk } from '../../ui/use-chunk.ts'

interface Props {
  writing: Writing
  item: ThreadItem
  /** Of the thread. */
  id: string
}

/** Names after an at sign, saved replies after a slash: each comes when its sign does. */
export const Suggestions = ({ writing, item, id }: Props) => {
  const mentions = useChunk(() => import('../../thread/mentions.tsx'), writing.text.value.includes('@'))
  const saved = useChunk(() => import('../saved/saved-list.tsx'), writing.text.value.includes('/'))
  return (
    <>
      {mentions && <mentions.Mentions writing={writing} thread={id} />}
      {saved && <saved.SavedList writing={writing} item={item} />}
    </>
  )
}
