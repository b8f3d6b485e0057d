import type { Texts } from '../i18n/texts.ts'
import type { Notice } from '../model/types.ts'
import { useEffect, useSignal } from '../signals/render.ts'
import { effect } from '../signals/signal.ts'
import { LiveRegions } from '../ui/live-regions.tsx'
import type { Seldom } from './notices.ts'
import type { Said, Widget } from './widget.ts'
import { useWidget } from './widget.ts'

/** Milliseconds: screen readers need the text to stay a moment, and to be gone before one walks into it. */
const STAYS = 1000
/** Makes the same words twice in a row a change. */
const AGAIN = '\u200b'

/** What is heard of what most people do, and of the network: for that there must be words when it is gone. */
const keys = {
  posted: 'notice.posted',
  vote_added: 'notice.vote_added',
  offline: 'net.offline',
  online: 'notice.online',
  paused: 'net.paused',
} as const satisfies Record<Exclude<Notice['what'], Seldom['what']>, keyof Texts>

const isSeldom = (notice: Notice): notice is Seldom => !(notice.what in keys)

const textOf = async (notice: Notice, widget: Widget): Promise<string> =>
  isSeldom(notice)
    ? (await import('./notices.ts')).seldomText(notice, widget)
    : widget.t(keys[notice.what as keyof typeof keys])

/** Reads out what happened, so that nobody has to see it. */
export const Announcer = () => {
  const widget = useWidget()
  const read = useSignal<Said | undefined>(undefined)

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let before = ''
    /** Null at the end. */
    let stopWaiting: (() => void) | null = () => {}
    const queue: Said[] = []
    const next = () => {
      const said = queue.shift()
      read.value = said
      timer = said && setTimeout(next, STAYS)
    }
    const say = ({ voice, text }: Said) => {
      before = text === before ? text + AGAIN : text
      queue.push({ voice, text: before })
      // Nothing is cut off.
      if (!timer) next()
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
      if (failure?.code === 'rate_limited') {
        import('./wait.ts').then(
          ({ wait }) => {
            stopWaiting?.()
            stopWaiting &&= wait(widget, failure)
          },
          () => {},
        )
      }
      void textOf(notice, widget)
        // Where no words come, what went well goes without.
        .catch(() => failure && widget.t('err.network'))
        .then(text => text && say({ voice, text }))
    })
    const stopSaid = effect(() => {
      if (widget.said.value) say(widget.said.value)
    })
    return () => {
      clearTimeout(timer)
      stopNotices()
      stopSaid()
      stopWaiting?.()
      stopWaiting = null
    }
  }, [])

  return <LiveRegions {...read.value} />
}
