import type { Page } from 'playwright-core'

/** Controls that a finger may miss. What stands in a line of text is as high as the line. */
export const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const FINGER = 44
    const IN_TEXT = 'a, .link, .badge, .skip'
    const root = document.querySelector('[data-mode]')?.shadowRoot as ShadowRoot
    return [...root.querySelectorAll('button, select, input, textarea, [role=option]')]
      .filter(element => element.checkVisibility() && !element.matches(IN_TEXT))
      .flatMap(element => {
        // A label is hit as well as what it names.
        const { width, height } = (element.closest('label') ?? element).getBoundingClientRect()
        const small = Math.min(width, height) < FINGER - 0.5
        const name = `${element.localName}.${element.className} “${element.textContent?.slice(0, 30)}”`
        return small ? [`${name} is ${Math.round(width)} × ${Math.round(height)}`] : []
      })
  })
