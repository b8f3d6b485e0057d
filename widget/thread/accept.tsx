import type { ReplyItem } from '../model/types.ts'
import { useChunk } from '../ui/use-chunk.ts'

/** The place of what whoever asked decides about a reply; nobody else loads it. */
export const Accept = (about: { item: ReplyItem; asks?: boolean }) => {
  const part = useChunk(() => import('./accept-button.tsx'), about.item.can.value.includes('accept'))
  return part && <part.AcceptButton {...about} />
}
