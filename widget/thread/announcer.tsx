import type { Texts } from '../i18n/texts.ts'
import type { Notice } from '../model/types.ts'
import { useEffect, useSignal } from '../signals/render.ts'
import { effect } from '../signals/signal.ts'
import { LiveRegions } from '../ui/live-regions.tsx'
import type { Widget } from './widget.ts'
import { useWidget } from './widget.ts'

/** Milliseconds: screen readers need the text to stay a moment, and to be gone before one walks into it. */
const STAYS = 1000
/** Seconds, where the server does not say how many. */
const A_MINUTE = 60
/** Makes the same words twice in a row a change. */
const AGAIN = '\u200b'

/** What is only read out, or is read out as it is written elsewhere. */
const keys = {
  posted: 'notice.posted',
  held: 'send.held',
  vote_added: 'notice.vote_added',
  vote_removed: 'notice.vote_removed',
  saved: 'notice.saved',
  following: 'notify.done',
  unfollowing: 'notice.unfollowing',
  deleted: 'action.deleted',
  restored: 'notice.restored',
  failed: 'send.failed',
  fresh_threads: 'live.posts',
  fresh_reply: 'live.replies',
  offline: 'net.offline',
  online: 'notice.online',
  paused: 'net.paused',
} as const satisfies Record<Notice['what'], keyof Texts>

const textOf = async ({ what, n = 1, author, failure }: Notice, widget: Widget): Promise<string> => {
  const { t } = widget
  if (what === 'fresh_reply' && n === 1 && author) {
    const { name } = author
    return t(author.staff ? 'notice.replyStaff' : 'notice.reply', { name, brand: widget.brand.value })
  }
  const why = failure && (await import('./trouble.ts')).trouble.failureText(failure, widget)
  return why ? `${t(keys[what])} ${why}` : t(keys[what], { n })
}

/** Reads out what happened, so that nobody has to see it. */
export const Announcer = () => {
  const widget = useWidget()
  const polite = useSignal('')
  const assertive = useSignal('')

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let before = ''
    const say = (voice: 'polite' | 'assertive', text: string) => {
      const region = voice === 'polite' ? polite : assertive
      before = text === before ? text + AGAIN : text
      region.value = before
      clearTimeout(timer)
      timer = setTimeout(() => {
        polite.value = ''
        assertive.value = ''
      }, STAYS)
    }
    // What was said before anybody listened is not news.
    const first = widget.conversation.notice.peek()
    const stopNotices = effect(() => {
      const notice = widget.conversation.notice.value
      if (!notice || notice === first) return
      const { voice, failure, what } = notice
      if (what.startsWith('fresh') && !widget.conversation.announcing.peek()) return
      // A network that went once goes again: what one's own messages may want is to be at hand then.
      if (what === 'online') import('./deeds.ts').catch(() => {})
      if (failure?.code === 'rate_limited') widget.waits.value = failure.retryAfter ?? A_MINUTE
      void widget.want(() => textOf(notice, widget)).then(text => text && say(voice, text))
    })
    const stopSaid = effect(() => {
      if (widget.said.value) say(widget.said.value.voice, widget.said.value.text)
    })
    return () => {
      clearTimeout(timer)
      stopNotices()
      stopSaid()
    }
  }, [])

  const left = widget.waits.value
  useEffect(() => {
    if (!left) return
    const end = Date.now() + left * 1000
    const clock = setInterval(() => {
      widget.waits.value = Math.max(0, Math.ceil((end - Date.now()) / 1000))
    }, 1000)
    return () => clearInterval(clock)
  }, [left > 0])

  return <LiveRegions polite={polite.value} assertive={assertive.value} />
}
