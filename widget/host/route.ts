import { configOf, pageOf } from '../config-of.ts'
import { mount } from '../mount.tsx'
import type { Hosted } from './hosted.ts'

/** Changes of the address after which a widget without a place is not waited for any longer. */
const PATIENCE = 2

/** Begins anew with what the page says now, in the same place. */
export const restart = (hosted: Hosted): void => {
  const { host } = hosted.from
  hosted.unfollow?.()
  host.style.minHeight = `${host.offsetHeight}px`
  hosted.widget.destroy()
  const { from } = hosted
  hosted.config = { ...hosted.config, ...configOf(from) }
  hosted.widget = (hosted.mount ?? mount)({ target: host, config: hosted.config })
  if (hosted.turn) hosted.turn.value++
  // What the team does there is not for the page's ears.
  if (hosted.follow && !hosted.mount) hosted.unfollow = hosted.follow()
}

const find = (selector: string) => {
  try {
    return document.querySelector(selector)
  } catch {
    // No selector: as if nothing matched.
    return null
  }
}

/** Puts the widget where it belongs by now. Without a place, or hidden, it rests. */
export const settle = ({ from, config, widget }: Hosted): void => {
  const { host, data } = from
  const slot = data.target ? find(data.target) : host.parentNode
  if (!slot) host.remove()
  else if (!slot.contains(host)) slot.append(host)
  const seen = host.isConnected && !host.style.display
  const { shown } = widget.conversation
  if (config.mode === 'inline' && shown.peek() !== seen) shown.value = seen
}

/** Looks at the page's address again. */
export const look = (hosted: Hosted): void => {
  const { from, config } = hosted
  settle(hosted)
  if (hosted.path !== location.pathname) {
    hosted.path = location.pathname
    hosted.homeless = from.host.isConnected || from.data.target ? 0 : (hosted.homeless ?? 0) + 1
    // The page has thrown its place away, and the widget in it.
    if (hosted.homeless >= PATIENCE) from.obey(['destroy'])
  }
  const page = pageOf(from.data)
  if (from.end.aborted || page.key === config.page.key) return
  config.page = page
  if (config.scope === 'page') restart(hosted)
}

/**
 * From now on whatever the page does to its address, or to the widget's place, is noticed. Where there is no Navigation
 * API a new address shows by what is drawn for it: the page's own history is left alone.
 */
export const watch = (hosted: Hosted): void => {
  if (hosted.path !== undefined) return
  const { end } = hosted.from
  hosted.path = location.pathname
  const again = () => look(hosted)
  const observer = new MutationObserver(again)
  observer.observe(document, { childList: true, subtree: true })
  end.addEventListener('abort', () => observer.disconnect())
  addEventListener('popstate', again, { signal: end })
}
