import { effect } from '../signals/signal.ts'
import type { Widget } from '../thread/widget.ts'

/** Where the panel stands beside the page and not over it; `launcher.css` says the same. */
const BESIDE = '(min-width: 480px)'
/** Milliseconds in which all that is drawn has asked for the focus. */
const DRAWN = 300

/** One entry of the tab's own storage; without one, nothing is kept. */
const entry = (key: string) => ({
  read: () => {
    try {
      return sessionStorage.getItem(key)
    } catch {
      return null
    }
  },
  write: (value: string | null) => {
    try {
      if (value === null) sessionStorage.removeItem(key)
      else sessionStorage.setItem(key, value)
    } catch {
      // Blocked or full.
    }
  },
})

/**
 * A panel that the visitor has opened is open on the site's next page again, with the conversation they were reading:
 * beside the page, and without its focus. Answers how to end it.
 */
export const stayOpen = ({ conversation, open, reading }: Widget, panel: HTMLElement): (() => void) => {
  const { opened, shown, site } = conversation
  const kept = entry(`parla:${site.peek()?.id}:open`)
  const was = kept.read()
  let mayKeep = was !== null
  let timer: ReturnType<typeof setTimeout> | undefined
  let stop = () => {}
  if (was !== null && !shown.peek() && matchMedia(BESIDE).matches) {
    // Nobody has asked for it on this page, so nothing in it may have the focus yet.
    panel.inert = true
    shown.value = true
    if (was) open(was)
    stop = effect(() => {
      if (was && reading.value && (opened.value?.phase.value ?? 'loading') === 'loading') return
      clearTimeout(timer)
      timer = setTimeout(() => {
        panel.inert = false
      }, DRAWN)
    })
  }
  const stopKeeping = effect(() => {
    const thread = reading.value?.thread ?? ''
    if (!shown.value) return kept.write(null)
    // The page's script may open it as well: that is no action of the visitor's, and leaves nothing in their browser.
    mayKeep ||= navigator.userActivation?.isActive === true
    if (mayKeep) kept.write(thread)
  })
  return () => {
    stop()
    stopKeeping()
    clearTimeout(timer)
  }
}
