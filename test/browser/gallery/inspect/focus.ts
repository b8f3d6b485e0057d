import type { Page } from 'playwright-core'

export interface Stop {
  readonly name: string
  /** Id, name and element: whatever one may know it by. */
  readonly at: readonly string[]
}

/** What has the focus inside the widget; null where it is outside. */
export const focused = (page: Page): Promise<Stop | null> =>
  page.evaluate(() => {
    const root = document.querySelector('[data-mode]')?.shadowRoot as ShadowRoot
    const element = root.activeElement
    if (!element) return null
    const { labels } = element as HTMLInputElement
    const label = (of: Element | null) => of?.getAttribute('aria-label')
    const words =
      label(element) ??
      (element.textContent || labels?.[0]?.textContent || label(element.querySelector('[role=img]')) || '')
    const name = words.replace(/\s+/g, ' ').trim()
    return { name, at: [element.id, name, element.localName] }
  })
