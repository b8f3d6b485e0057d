import type { ThreadView } from '../../server/contract/thread.ts'
import { refusal } from '../api/http.ts'
import type { Core } from './core.ts'
import type { Entry } from './outbox-entry.ts'
import type { Item, ReplyItem } from './types.ts'

/**
 * A picture as its message shows it: from the outbox until it is sent, then from the server. Asked for as data are, so that
 * a page's policy needs to allow nothing more, and with the viewer's key where only its author may see it.
 * @throws Refusal
 */
export const pictureBytes = async (
  { base, init, session }: Core,
  entryOf: (key: string) => Entry | undefined,
  item: Item<ThreadView> | ReplyItem,
  at: number,
): Promise<Blob> => {
  const { images, visibility } = item.row.peek()
  const { id } = images?.[at] ?? {}
  if (!id) {
    const own = entryOf(item.key)?.pictures?.[at]?.bytes
    if (own instanceof ArrayBuffer) return new Blob([own])
    throw refusal('image_unknown')
  }
  const token = visibility === 'public' ? null : session.peek()?.token
  const headers = { ...init.headers, ...(token && { Authorization: `Bearer ${token}` }) }
  const answer = await fetch(`${base}/images/${id}`, { ...init, headers }).catch(() => null)
  if (!answer?.ok) throw refusal(answer ? 'not_found' : 'network')
  return answer.blob()
}
