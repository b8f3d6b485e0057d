/** Pixels between the button and the bar it stands above. */
const GAP = 12
/** Milliseconds after the last of many scrolls, or after the page has answered a key or click. */
const REST = 100

const meets = (one: DOMRect, other: DOMRect) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom

/** What is as high as that is the page itself. */
const isPart = ({ height }: DOMRect) => height < innerHeight / 2

/** Whether what has the page's focus would be under the box. */
const isFocused = (box: DOMRect, host: Element) => {
  let at = document.activeElement
  if (at === host) return false
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
  return (
    at?.matches(':focus-visible') && [...at.getClientRects()].some(part => isPart(part) && meets(part, box))
  )
}

/** The top of what the page keeps at the bottom of the window where the box is. */
const barUnder = ({ left, right, top, bottom }: DOMRect, host: Element) => {
  let highest = bottom
  for (const x of [left, right - 1])
    for (const y of [top, bottom - 1]) {
      let at: Element | null | undefined = document.elementsFromPoint(x, y).find(found => found !== host)
      for (; at; at = at.parentElement) {
        const { position, bottom: keeps } = getComputedStyle(at)
        const box = at.getBoundingClientRect()
        if ((position === 'fixed' || (position === 'sticky' && keeps !== 'auto')) && isPart(box))
          highest = Math.min(highest, box.top)
      }
    }
  return highest
}

/**
 * Moves the button above a bar of the page's own, and out of the window while the page's focus would be under it. It is
 * back in its place at the end. Answers how to end it.
 */
export const stepAside = (button: HTMLElement): (() => void) => {
  const { host } = button.getRootNode() as ShadowRoot
  const end = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined

  const look = () => {
    const box = button.getBoundingClientRect()
    if (!box.height) return
    // Where it stands when it is in its place: it may be on its way.
    box.y -= Number.parseFloat(getComputedStyle(button).translate.split(' ')[1] ?? '0')
    const home = box.y
    const top = barUnder(box, host)
    if (top < box.bottom && top > box.height + GAP) box.y = top - GAP - box.height
    button.style.translate = `0 ${(isFocused(box, host) ? innerHeight : box.y) - home}px`
  }
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(look, REST)
  }
  for (const name of ['focusin', 'focusout', 'click', 'scroll', 'resize'])
    addEventListener(name, later, { capture: true, passive: true, signal: end.signal })
  later()
  return () => {
    end.abort()
    clearTimeout(timer)
    button.style.translate = ''
  }
}
