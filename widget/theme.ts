import type { ParlaTheme } from './host/parla.d.ts'

/**
 * Writes `data-mode` on the host, light or dark; `auto`, or what is no theme, follows the system. `match(selector)` is
 * dark while something on the page matches, and looks again when an attribute of the root or the body changes.
 * Returns what stops following.
 */
export const followTheme = (host: HTMLElement, theme: ParlaTheme): (() => void) => {
  const selector = /^match\((.+)\)$/.exec(theme)?.[1]
  const system = matchMedia('(prefers-color-scheme: dark)')
  const isDark = () => {
    try {
      if (selector) return document.querySelector(selector)
    } catch {
      // No selector: as if there were none.
    }
    return theme === 'dark' || (theme !== 'light' && system.matches)
  }
  const follow = () => {
    host.dataset.mode = isDark() ? 'dark' : 'light'
  }
  const observer = new MutationObserver(follow)
  if (selector)
    for (const element of [document.documentElement, document.body])
      observer.observe(element, { attributes: true })
  follow()
  system.addEventListener('change', follow)
  return () => {
    observer.disconnect()
    system.removeEventListener('change', follow)
  }
}
