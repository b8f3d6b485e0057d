import type { Page } from 'playwright-core'

/** References to ids that are not there, and controls whose name does not begin with the words one sees on them. */
export const misnomers = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const REFERENCES = [
      'aria-labelledby',
      'aria-describedby',
      'aria-controls',
      'aria-activedescendant',
      'for',
    ]
    const root = document.querySelector('[data-mode]')?.shadowRoot as ShadowRoot
    const letters = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
    /** As drawn, without what is hidden from everybody or is decoration. */
    const seen = (element: Element): string =>
      [...element.childNodes]
        .map(node => {
          if (!(node instanceof HTMLElement)) return node.nodeType === Node.TEXT_NODE ? node.textContent : ''
          return node.ariaHidden === 'true' || !node.checkVisibility() ? '' : ` ${seen(node)} `
        })
        .join('')
    const lost = REFERENCES.flatMap(reference =>
      [...root.querySelectorAll(`[${reference}]`)].flatMap(element =>
        (element.getAttribute(reference) ?? '')
          .split(/\s+/)
          .filter(id => id && !root.getElementById(id))
          .map(id => `${element.localName}.${element.className} ${reference} finds no #${id}`),
      ),
    )
    const misnamed = [...root.querySelectorAll('button, a')]
      .filter(element => element.checkVisibility())
      .map(element => ({
        words: letters(seen(element)),
        name: element.getAttribute('aria-label'),
        hasPicture: element.querySelector('[role=img][aria-label]') !== null,
      }))
      .filter(({ words, name, hasPicture }) => {
        if (name === null) return !words && !hasPicture
        // A number alone is no label, but is to be part of it.
        return /^[\p{N} ]+$/u.test(words) ? !letters(name).includes(words) : !letters(name).startsWith(words)
      })
      .map(({ words, name }) => `“${words}” is named “${name}”`)
    return [...lost, ...misnamed]
  })
