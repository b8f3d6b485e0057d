import { RIGHT_TO_LEFT } from '../../server/contract/limits.ts'
import { createFormats } from '../i18n/formats.ts'
import { texts } from '../i18n/texts.ts'
import { translator } from '../i18n/translate.ts'
import type { Hosted } from './hosted.ts'
import type { ParlaCommand } from './parla.d.ts'
import { quoteOf } from './passage.ts'

/** Milliseconds without a change after which a passage counts as chosen. */
const QUIET = 250
/** Pixels between a passage and the button. */
const GAP = 8

const isIn = (element: Element | null, selector: string) => {
  try {
    return element?.closest(selector)
  } catch {
    // No selector names nothing.
    return null
  }
}

/** What is chosen on the page, as far as it lies in what `selector` names; null of anything else. */
const chosen = (selector: string) => {
  const selection = getSelection()
  if (!selection?.rangeCount || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  const { commonAncestorContainer: around } = range
  const element = around instanceof Element ? around : around.parentElement
  const text = selection.toString().trim()
  return text.length > 2 && isIn(element, selector) && !element?.closest('[data-parla]')
    ? { range, text }
    : null
}

/**
 * From now on offers to ask about what a reader selects in `selector`; until the widget is taken away.
 * @param tell does what a page says
 */
export const offer = (
  hosted: Hosted,
  selector: string,
  tell: (hosted: Hosted, command: ParlaCommand) => void,
): void => {
  const { from } = hosted
  const { end: signal } = from
  if (!hosted.passages) {
    const button = document.createElement('button')
    let timer: ReturnType<typeof setTimeout>
    const hide = () => button.remove()
    const show = () => {
      const root = from.host.firstElementChild?.shadowRoot
      const passage = chosen(hosted.passages ?? '')
      if (!passage || !root) return hide()
      const { config } = hosted
      const t = translator(texts, createFormats(config.locale))
      button.type = 'button'
      button.className = 'pill'
      button.textContent = t('select.ask')
      button.lang = config.locale
      button.dir = RIGHT_TO_LEFT.includes(config.locale) ? 'rtl' : 'ltr'
      // Above whatever the page has, and not moved by what it does to the widget's ancestors.
      button.popover = 'manual'
      root.append(button)
      button.showPopover()
      const { bottom, left, width } = passage.range.getBoundingClientRect()
      const half = button.offsetWidth / 2
      const middle = Math.min(Math.max(left + width / 2, half + GAP), innerWidth - half - GAP)
      const below = Math.min(bottom + GAP, innerHeight - button.offsetHeight - GAP)
      Object.assign(button.style, { position: 'fixed', inset: 'auto', margin: '0', border: '0' })
      Object.assign(button.style, { left: `${middle - half}px`, top: `${below}px` })
    }
    // Pressing it must not take the selection away.
    button.addEventListener('mousedown', event => event.preventDefault())
    button.addEventListener('click', () => {
      const passage = chosen(hosted.passages ?? '')
      hide()
      if (passage) tell(hosted, ['ask', quoteOf(passage.text, hosted.config.page)])
    })
    const soon = () => {
      clearTimeout(timer)
      timer = setTimeout(show, QUIET)
    }
    document.addEventListener('selectionchange', soon, { signal })
    addEventListener('scroll', () => button.isConnected && soon(), { signal, capture: true, passive: true })
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      hide()
    })
    // What was selected while this was on its way counts.
    soon()
  }
  hosted.passages = selector
}
