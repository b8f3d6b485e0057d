import type { Texts } from '../i18n/texts.ts'
import type { Notice } from '../model/types.ts'
import type { Widget } from './widget.ts'

/** What is only read out, or is read out as it is written elsewhere. */
const keys = {
  held: 'send.held',
  vote_removed: 'notice.vote_removed',
  saved: 'notice.saved',
  following: 'notify.done',
  unfollowing: 'notice.unfollowing',
  deleted: 'action.deleted',
  restored: 'notice.restored',
  failed: 'send.failed',
  fresh_threads: 'live.posts',
  fresh_reply: 'live.replies',
} as const satisfies { [W in Notice['what']]?: keyof Texts }

/** What most people seldom hear. The server has just been heard, so that this can come when it is said. */
export interface Seldom extends Notice {
  what: keyof typeof keys
}

export const seldomText = async (
  { what, n = 1, author, failure }: Seldom,
  widget: Widget,
): Promise<string> => {
  const { t } = widget
  if (what === 'fresh_reply' && n === 1 && author) {
    const { name } = author
    return t(author.staff ? 'notice.replyStaff' : 'notice.reply', { name, brand: widget.brand.value })
  }
  const why = failure && (await import('./trouble.ts')).trouble.failureText(failure, widget)
  return why ? `${t(keys[what])} ${why}` : t(keys[what], { n })
}
