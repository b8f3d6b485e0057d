import type { Locale } from '../server/contract/site.ts'
import { configOf } from './config-of.ts'
import type { Hosted } from './host/hosted.ts'
import { chunk } from './model/chunk.ts'
import { mount } from './mount.tsx'
import { drawWithSignals } from './signals/render.ts'
import type { Obey, ShareCommand, Start } from './start.ts'
import { keepFocus } from './ui/keep-focus.ts'
import { drawWithParts } from './ui/parts.ts'

drawWithSignals()
drawWithParts()
keepFocus()

/** The tag's own door, with all widgets of the page. */
type Sharing = { parla?: { to?: Set<Obey> } & ((...command: ShareCommand) => void) }

/** Called by the tag once this chunk is there. */
export const start = (from: Start): Obey => {
  const { host, end } = from
  const config = configOf(from)
  // Nobody wished for a language of ours, or the site has words of its own that are not there yet.
  config.meet = snapshot =>
    from.locale && (from.data.texts === 'site' || !snapshot.site.texts?.includes(from.locale as Locale))
      ? 0
      : obey(['meet', snapshot])
  host.dataset.parla = config.mode
  const widget = mount({ target: host, config, snapshot: from.snapshot })
  const hosted: Hosted = { from, config, widget }
  const hosting = chunk(() => import('./host/hosting.ts'))
  const obey: Obey = command =>
    hosting().then(
      part => part.obey(hosted, command),
      // Not for the page to notice.
      () => {},
    )
  const moved = () => obey(['update'])
  const gone = () => hosted.widget.destroy()
  if (end.aborted) gone()
  end.onabort = gone
  // Where browsers do not tell of new addresses, or the widget has no place yet, there is more to do.
  window.navigation?.addEventListener('currententrychange', moved, { signal: end })
  if (!window.navigation || !host.isConnected) moved()
  // The others hear it too: from now on they have one line between them.
  const { parla } = window as unknown as Sharing
  if ((parla?.to?.size as number) > 1) parla?.('share')
  return obey
}
