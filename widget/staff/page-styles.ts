import type { Adopt } from '../style-sheets.ts'
import { createStyles } from '../style-sheets.ts'

const HOST = /:host(?:\(([^)]*)\))?/g

/**
 * In the admin view the page itself is what the widget's host is elsewhere. Layered, so that the admin's own style
 * sheet has the last word although it comes first.
 */
export const forPage = (css: string): string => `@layer widget{${css.replace(HOST, ':root$1')}}`

/** Adds the widget's style sheets to the page. */
export const createPageStyles = (): Adopt => {
  const adopt = createStyles(document)
  return css => adopt(forPage(css))
}
