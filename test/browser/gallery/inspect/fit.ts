import type { Page } from 'playwright-core'

/** What is wider than the widget, scrolls sideways, or shows less than all of its words. */
export const misfits = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    /** Meant to scroll: rows of chips, lines of code, a panel, a long text being written. */
    const SCROLLS = '.chips, .chips *, .kinds, .kinds *, pre, .scroll, textarea'
    /** Meant to end early: the whole is a click away, or read aloud only. */
    const CUT =
      '.sr, .sr *, .skip, .answer, .answer *, .excerpt, .to span, .words, .sending-text, select, option, input, svg *'
    /** Meant to stand out: the brand's mark, from its corner. */
    const MARKED = '.avatar.team'
    const root = document.querySelector('[data-mode]')?.shadowRoot as ShadowRoot
    const widget = root.querySelector('.widget')?.getBoundingClientRect() ?? new DOMRect()
    const called = (element: Element) =>
      `${element.localName}.${element.getAttribute('class')} “${element.textContent?.slice(0, 40)}”`
    const shown = [...root.querySelectorAll('.widget, .widget *')].filter(
      element => element.checkVisibility() && !element.matches(`${SCROLLS}, ${CUT}`),
    )
    const wide = shown
      .filter(element => {
        const { left, right, width } = element.getBoundingClientRect()
        // A modal lies over the page, and has the window.
        const room = element.closest('dialog') ? new DOMRect(0, 0, innerWidth) : widget
        return width > 0 && (left < room.left - 1 || right > room.right + 1)
      })
      .map(element => `sticks out: ${called(element)}`)
    const clipped = shown
      .filter(element => !element.matches(MARKED))
      .filter(({ childNodes }) => [...childNodes].some(({ nodeType }) => nodeType === Node.TEXT_NODE))
      .filter(
        element =>
          element.clientWidth > 0 &&
          (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 2),
      )
      .map(element => `is cut off: ${called(element)}`)
    return [...wide, ...clipped]
  })
